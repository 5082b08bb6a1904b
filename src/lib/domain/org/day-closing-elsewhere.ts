import { type Fact } from '../fact/fact.ts';
import { type Instant, type JournalId, type StaffId } from '../fact/ids.ts';
import { type PlainDate } from '../time/plain-date.ts';
import { type Closing, type JournalSeen } from './day-closing-cover.ts';

/** Parked visits of another device of the org, as of its closed shift; null where none was reported that day. */
export type ParkedElsewhere = {
	journal: JournalId;
	window: string | null;
	actor: StaffId;
	at: Instant;
	parked: number | null;
};

/**
 * Parked visits are stored on their own device and are no records: for another device its last closed shift of the day is the only
 * source.
 * @param shifts all closed shifts of the org
 * @param seen the last record of each journal of the org; `since`: older ones were not in use that day
 */
export function parkedElsewhere(
	shifts: readonly Closing[],
	seen: readonly JournalSeen[],
	day: { own: readonly JournalId[]; date: PlainDate; since: Instant }
): ParkedElsewhere[] {
	return seen
		.filter(({ journal, at }) => !day.own.includes(journal) && at >= day.since)
		.map(({ journal, window, actor, at }): ParkedElsewhere => {
			const shift = shifts.findLast((closing) => closing.journal === journal && closing.date === day.date);
			if (!shift?.open) return { journal, window, actor, at, parked: null };
			return { journal, window: shift.window ?? window, actor: shift.by, at: shift.at, parked: shift.open.parked };
		})
		.sort((a, b) => (a.window ?? '').localeCompare(b.window ?? '') || a.at - b.at);
}

/** Number of visits known to be parked. */
export const parkedKnown = (here: number, elsewhere: readonly ParkedElsewhere[]): number =>
	elsewhere.reduce((sum, { parked }) => sum + (parked ?? 0), here);

/** Who accepted how many, the most first: several people may have worked at one device. */
export function acceptedBy(facts: readonly Fact[]): { actor: StaffId; count: number }[] {
	const counts = new Map<StaffId, number>();
	for (const { type, actor } of facts) if (type === 'accepted') counts.set(actor, (counts.get(actor) ?? 0) + 1);
	return [...counts]
		.map(([actor, count]) => ({ actor, count }))
		.sort((a, b) => b.count - a.count || (a.actor < b.actor ? -1 : 1));
}
