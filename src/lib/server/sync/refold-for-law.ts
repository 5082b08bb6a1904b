import { type Law } from '#lib/domain/regulation/law.ts';
import { bearingOf } from '#lib/law/law-facts.ts';
import { lawOf } from '#lib/law/law-of.ts';
import { type JournalStore, type JournalTransaction, type LawRefold, type Projector } from '../store/journal-store.ts';
import { project } from './commit-group.ts';

/** Applications of one transaction: pushes get through between them. */
const AT_ONCE = 100;

/**
 * Notes in the transaction that projects new facts what the law facts among them bear on; the rows are folded again afterwards.
 * @param after number of arrival up to which facts were projected before; `through` up to which they are now
 * @returns the law with them, if there are any
 */
export async function noteLawFacts(tx: JournalTransaction, after: number, through: number): Promise<Law | undefined> {
	const known = await tx.lawFacts();
	const fresh = known.filter(({ nr }) => after < nr && nr <= through);
	if (fresh.length === 0) return undefined;
	const lawFacts = known.map(({ fact }) => fact);
	const bearing = bearingOf(
		fresh.map(({ fact }) => fact),
		lawFacts
	);
	const before = await tx.lawRefold();
	await tx.saveLawRefold({
		keys: unique([...(before?.keys ?? []), ...bearing.keys]),
		ranges: unique([...(before?.ranges ?? []), ...bearing.ranges]),
		after: ''
	});
	return lawOf(lawFacts);
}

/**
 * Folds the next applications that a changed law bears on. Where it was cut off is written with the rows, so a crash loses
 * nothing; newer law facts begin it again.
 * @returns whether there may be more
 */
export async function refoldSome(store: JournalStore, projector: Projector): Promise<boolean> {
	if ((await store.lawRefold()) === null) return false;
	return store.write(async (tx) => {
		const refold = await tx.lawRefold();
		if (refold === null) return false;
		const applications = await nextOf(tx, refold);
		const last = applications.at(-1);
		if (last === undefined) {
			await tx.saveLawRefold(null);
			return false;
		}
		await project(tx, [{ applications }], projector);
		await tx.saveLawRefold({ ...refold, after: last });
		return true;
	});
}

async function nextOf(tx: JournalTransaction, { keys, ranges, after }: LawRefold): Promise<string[]> {
	const found: string[] = [];
	for (const key of keys) found.push(...(await tx.numbersWithKey(key, after, AT_ONCE)));
	for (const range of ranges) found.push(...(await tx.numbersOfRange(range, after, AT_ONCE)));
	return [...new Set(found)].sort().slice(0, AT_ONCE);
}

function unique<Value>(values: readonly Value[]): Value[] {
	return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
