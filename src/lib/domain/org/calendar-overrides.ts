import { type ClockCorrection } from '../application/application.ts';
import { compareByTime, legalTimeOf } from '../application/legal-time.ts';
import { type FactOf } from '../fact/fact.ts';
import { type FactId, type Instant, type OrgId, type StaffId } from '../fact/ids.ts';
import { type DayKind, type WorkingCalendar, withOverrides } from '../time/calendar.ts';
import { parsePlainDate, type PlainDate } from '../time/plain-date.ts';

/** An org's override of one day, until a later one replaces or undoes it. */
export type Override = {
	date: PlainDate;
	kind: DayKind;
	/** As typed, in any language; null where none was given. */
	reason: string | null;
	fact: FactId;
	by: StaffId;
	/** Legal time. */
	at: Instant;
};

type CalendarChange = FactOf<'calendarChanged'>;

/** The name of a day that was set without a reason. */
const NAMELESS = { kk: 'Күнтізбе өзгерісі', ru: 'Изменение календаря' };

/**
 * The current overrides of one org, by date. Of several overrides of a day the latest counts, by legal time, then journal and seq,
 * so the order of arrival does not matter; where the latest is an undo, the dated data are in force.
 */
export function overridesOf(
	changes: readonly CalendarChange[],
	org: OrgId,
	corrections: readonly ClockCorrection[] = []
): Override[] {
	const latest = new Map<PlainDate, { change: CalendarChange; at: Instant }>();
	const timed = changes
		.filter((change) => change.org === org)
		.map((change) => ({ change, at: legalTimeOf(change, corrections), journal: change.journal, seq: change.seq }))
		.sort(compareByTime);
	for (const { change, at } of timed) {
		const date = parsePlainDate(change.body.date);
		if (date) latest.set(date, { change, at });
	}
	return [...latest]
		.filter(([, { change }]) => change.body.undo === undefined)
		.map(([date, { change, at }]) => ({
			date,
			kind: change.body.day,
			reason: change.body.reason?.trim() || null,
			fact: change.id,
			by: change.actor,
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
