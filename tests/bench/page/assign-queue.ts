import { type FactId, type OrgId, type StaffId } from '$lib/domain/fact/ids';
import { lawFactsIn } from '$lib/journal/law-facts-kept';
import { applicationOf } from '$lib/regulations/law';
import { actMany } from '$lib/state/act-many';
import { newId } from '../facts/written-facts';
import { openJournal } from './open-store';

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
		{
			find: (asked) =>
				journal.read(async (reader) => {
					const [facts, lawFacts] = [await reader.ofApplications(asked), await lawFactsIn(reader)];
					return new Map([...facts].map(([number, stored]) => [number, applicationOf(number, stored, lawFacts)]));
				}),
			record: async (drafts) => {
				const result = await journal.append(() => drafts, { ...HEAD, at: Date.now() });
				return result.ok ? { ok: true } : { ok: false, failure: result };
			},
			context: () => ({ ...HEAD, now: Date.now(), newId: newId as () => FactId }),
			alone: (work) => work()
		}
	);
	const [refused] = outcome.refused;
	if (refused) throw new Error(`Not assigned: ${refused.refusal.code}`);
	return { ms: performance.now() - from, done: outcome.done.length };
}
