import { type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { actMany } from '#lib/tools/bulk/act-many.ts';
import { openJournal } from './open-store.ts';

const HEAD = { actor: 'staff-202' as StaffId, role: 'head', org: 'body-15' as OrgId } as const;

/**
 * Assigns all that waits for the head, as the screen does but without one: read, fold, judge, append with fold and read-back, in
 * transactions of 100. Gives milliseconds.
 */
export async function assignQueue(): Promise<{ ms: number; done: number }> {
	const journal = await openJournal();
	const numbers = await journal.read((reader) => reader.numbersWithKey(`at:head/${HEAD.org}`));
	const from = performance.now();
	const outcome = await actMany(
		numbers.map((number, nr) => ({
			number,
			command: { kind: 'assign', executor: `staff-${203 + (nr % 2)}` as StaffId, remark: '' }
		})),
		(batch) => journal.act(batch, { stamp: { ...HEAD, at: Date.now() } })
	);
	const [refused] = outcome.refused;
	if (refused) throw new Error(`Not assigned: ${refused.refusal.code}`);
	return { ms: performance.now() - from, done: outcome.done.length };
}
