import { type ClockCorrection } from '../application/application.ts';
import { compareByTime, legalTimeOf } from '../application/legal-time.ts';
import { type FactOf } from '../fact/fact.ts';
import { type FactId, type Instant, type OrgId, type StaffId } from '../fact/ids.ts';
import { type DayKind, type WorkingCalendar, withOverrides } from '../time/calendar.ts';
import { parsePlainDate, type PlainDate } from '../time/plain-date.ts';

/** What an org's administrator says of one day, as long as no later word takes it back. */
export type Override = {
	date: PlainDate;
	kind: DayKind;
	/** As typed, in whatever language; null where none was given. */
	reason: string | null;
	fact: FactId;
	by: StaffId;
	/** Legal time. */
	at: Instant;
};

type CalendarWord = FactOf<'calendarChanged'>;

/** The name of a day that was set without a reason. */
const NAMELESS = { kk: 'Күнтізбе өзгерісі', ru: 'Изменение календаря' };

/**
 * The overrides of one org that hold, by date. Of several words on a day the latest holds, by legal time, then journal and place
 * in it, so the order of arrival does not matter; where the latest is an undo, the dated data hold again.
 */
export function overridesOf(
	words: readonly CalendarWord[],
	org: OrgId,
	corrections: readonly ClockCorrection[] = []
): Override[] {
	const latest = new Map<PlainDate, { word: CalendarWord; at: Instant }>();
	const timed = words
		.filter((word) => word.org === org)
		.map((word) => ({ word, at: legalTimeOf(word, corrections), journal: word.journal, seq: word.seq }))
		.sort(compareByTime);
	for (const { word, at } of timed) {
		const date = parsePlainDate(word.body.date);
		if (date) latest.set(date, { word, at });
	}
	return [...latest]
		.filter(([, { word }]) => word.body.undo === undefined)
		.map(([date, { word, at }]) => ({
			date,
			kind: word.body.day,
			reason: word.body.reason?.trim() || null,
			fact: word.id,
			by: word.actor,
			at
		}))
		.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The dated data with an org's overrides. */
export function overridden(calendar: WorkingCalendar, overrides: readonly Override[]): WorkingCalendar {
	if (overrides.length === 0) return calendar;
	return withOverrides(
		calendar,
		overrides.map(({ date, kind, reason }) => ({
			date,
			kind,
			name: reason === null ? NAMELESS : { kk: reason, ru: reason }
		}))
	);
}
