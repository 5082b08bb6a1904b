import Dexie, { type Table } from 'dexie';
import { type ActStamp } from '#lib/journal/device-journal.ts';
import { type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { MORNING, newId } from '../facts/written-facts.ts';
import { visit } from '../facts/work-of-a-day.ts';
import { openJournal } from './open-store.ts';

const ORGS = { center: 'center-04' as OrgId, body: 'body-15' as OrgId };

export const inspector = (at: number): ActStamp => ({
	at,
	actor: 'staff-101' as StaffId,
	role: 'centerInspector',
	org: ORGS.center,
	window: '2'
});

type Bare = { facts: Table; personal: Table; applications: Table };

/**
 * Accepts one after another and times each until it was read back. In turn with it the floor: the same texts put into three
 * stores of a bare Dexie in one strict transaction, without fold, hash, counters and reading back.
 */
export async function appendTimes(times: number, firstNr: number): Promise<{ append: number[]; floor: number[] }> {
	const journal = await openJournal();
	const db = new Dexie('bare', { chromeTransactionDurability: 'strict' });
	db.version(1).stores({ facts: 'id, *applications, [journal+seq]', personal: 'id', applications: 'number, *keys' });
	const bare = db as unknown as Bare;
	const append: number[] = [];
	const floor: number[] = [];
	for (let turn = 0; turn < times; turn += 1) {
		const at = MORNING + turn * 60_000;
		const from = performance.now();
		const result = await journal.append(
			(numbers) => [visit(firstNr + turn, at, ORGS, { number: numbers.next, newId }).accepted],
			inspector(at)
		);
		append.push(performance.now() - from);
		if (!result.ok) throw new Error(`Not saved: ${result.message}`);
		const [fact] = result.facts;
		const { personal, ...text } = fact!;
		const [row] = await journal.read((reader) => reader.applications(fact!.applications));
		const bareFrom = performance.now();
		await db.transaction('rw', db.tables, async () => {
			await bare.facts.add(text);
			await bare.personal.add({ id: text.id, ...personal });
			await bare.applications.add(row);
		});
		floor.push(performance.now() - bareFrom);
	}
	const held = await journal.read(async (reader) => {
		const { head } = await journal.state();
		return reader.afterSeq(head.journal, head.seq - times, times);
	});
	if (held.length !== times) throw new Error(`${times} were saved, ${held.length} are there`);
	db.close();
	await Dexie.delete('bare');
	return { append, floor };
}
