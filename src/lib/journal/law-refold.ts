import { type ApplicationRow, type DeviceStore, type StoredRegister } from './device-store.ts';
import { type Projection } from './projection.ts';
import { refoldNumbers } from './refold.ts';

/** Applications per transaction: the longest that an act at the window has to wait for. */
const AT_ONCE = 100;

/**
 * Folds again the rows affected by new law facts, in pieces, following the mark in the store. After a crash it continues where it
 * stopped; newer law facts restart it; several tabs share it.
 */
export async function refoldForLaw<A extends ApplicationRow, R extends StoredRegister>(
	store: DeviceStore<A, R>,
	projection: Projection<A, R>,
	onFolded: (applications: string[]) => void
): Promise<void> {
	for (;;) {
		const found = await store.read(async (reader) => {
			const mark = await reader.meta('lawRefold');
			if (!mark || mark.keys.length === 0) return undefined;
			const lists = await Promise.all(mark.keys.map((key) => reader.numbersWithKey(key)));
			const numbers = [...new Set(lists.flat())].filter((number) => number > mark.after).sort();
			return { turn: mark.turn, numbers };
		});
		if (!found) return;
		let overtaken = false;
		for (let from = 0; from < found.numbers.length && !overtaken; from += AT_ONCE) {
			const folded = await refoldPiece(store, projection, found.turn, found.numbers.slice(from, from + AT_ONCE));
			if (folded) onFolded(folded);
			else overtaken = true;
		}
		if (!overtaken) await endTurn(store, found.turn);
	}
}

/** @returns the numbers folded; undefined where newer law facts came and the refold restarts */
function refoldPiece<A extends ApplicationRow, R extends StoredRegister>(
	store: DeviceStore<A, R>,
	projection: Projection<A, R>,
	turn: number,
	piece: readonly string[]
): Promise<string[] | undefined> {
	return store.write(async (writer) => {
		const mark = await writer.meta('lawRefold');
		if (mark?.turn !== turn) return undefined;
		// Another tab may have got further.
		const numbers = piece.filter((number) => number > mark.after);
		const last = numbers.at(-1);
		if (last === undefined) return [];
		await refoldNumbers(writer, numbers, projection);
		await writer.setMeta('lawRefold', { ...mark, after: last });
		return numbers;
	});
}

async function endTurn<A extends ApplicationRow, R extends StoredRegister>(
	store: DeviceStore<A, R>,
	turn: number
): Promise<void> {
	await store.write(async (writer) => {
		const mark = await writer.meta('lawRefold');
		if (mark?.turn === turn) await writer.setMeta('lawRefold', { keys: [], after: '', turn });
	});
}
