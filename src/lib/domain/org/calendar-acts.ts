import { mayByRole } from '../acts/rights.ts';
import { type FactDraft } from '../fact/fact.ts';
import { type OrgId, type Role } from '../fact/ids.ts';
import { type PlainDate } from '../time/plain-date.ts';
import { type Override } from './calendar-overrides.ts';

export type DayChoice = 'dayOff' | 'workingDay' | 'asInTheData';
export type DayCommand = { date: PlainDate; choice: DayChoice; reason: string };

/** Who may say what a day is: administrators, and the heads, who answer for the terms (para 18). */
export const maySetDays = (role: Role): boolean => mayByRole('setDay', role);

export type DayMistake = 'reasonMissing' | 'nothingChanged';

/** What stands in the way of a word on a day; undefined if nothing does. A day is set with a reason, and taken back without. */
export function dayMistake({ choice, reason }: DayCommand, standing: Override | null): DayMistake | undefined {
	if (choice === 'asInTheData') return standing === null ? 'nothingChanged' : undefined;
	if (reason.trim() === '') return 'reasonMissing';
	return standing?.kind === choice && standing.reason === reason.trim() ? 'nothingChanged' : undefined;
}

/**
 * The fact that sets a day of an org, or takes its word on the day back.
 * @param tell the orgs of the same district: a due time must be the same at both ends of a way
 */
export function setDay(
	{ date, choice, reason }: DayCommand,
	standing: Override | null,
	org: OrgId,
	tell: readonly OrgId[]
): FactDraft<'calendarChanged'> {
	const text = reason.trim();
	const day = choice === 'asInTheData' ? { day: standing?.kind ?? 'workingDay', undo: true as const } : { day: choice };
	return {
		type: 'calendarChanged',
		subject: { kind: 'org', org },
		body: { date, ...day, ...(text ? { reason: text } : {}), ...(tell.length > 0 ? { tell: [...tell] } : {}) },
		details: null
	};
}
