import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type StaffId } from '#lib/domain/fact/ids.ts';
import { type PaperNumbers } from '#lib/journal/paper-numbers.ts';
import { handOf } from './asking.ts';
import { type Knowledge, type Strange } from './knowledge.ts';

/** What lies in a journal that this program would not have let in: of an older Tereze, a newer one, or one that somebody changed. */
type Stranger = (number: string, knowledge: Knowledge, numbers: PaperNumbers) => FactDraft;

const about = (number: string) => ({ kind: 'application', number }) as const;

/** A fact of a Tereze newer than the others': kept and relayed, folded by nobody. */
const fromTheFuture: Stranger = (number) => {
	const newer = { type: 'teleported', subject: about(number), body: { z: 1, a: [2] }, details: null };
	return newer as unknown as FactDraft;
};

/** A packet goes to a body that did not decide on it, wherever it was. */
const misdirected: Stranger = (number, { bodies, chance }, numbers) => ({
	type: 'dispatched',
	subject: { kind: 'register', number: numbers.next(9) },
	body: { rows: [{ paper: number }], toBody: chance.pick(bodies) },
	details: { courier: 'Ерлан' }
});

/** Somebody without the right to it names an executor, of an application at any step. */
const assignedByAnybody: Stranger = (number) => ({
	type: 'assigned',
	subject: about(number),
	body: { executor: 'executor-1' as StaffId },
	details: null
});

/** The ledger has a result that nobody drafted or signed. */
const recordedUnsigned: Stranger = (number, { chance }) => ({
	type: 'recorded',
	subject: about(number),
	body: { decision: chance.pick(['notice', 'refusal'] as const), sheets: 1 },
	details: null
});

const STRANGERS = {
	center: [fromTheFuture, misdirected],
	body: [fromTheFuture, assignedByAnybody, recordedUnsigned]
} as const;

/** Something that a stranger's program writes about an application that is known here; null where none is. */
export function strangeDeed(knowledge: Knowledge): Strange | null {
	const { rows, place, chance } = knowledge;
	if (rows.length === 0) return null;
	const { number } = chance.pick(rows);
	const stranger = chance.pick(STRANGERS[place.org === place.center ? 'center' : 'body']);
	return { stranger: (numbers) => [stranger(number, knowledge, numbers)], by: handOf(knowledge) };
}
