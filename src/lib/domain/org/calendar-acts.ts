import { onlyBy } from '../application/commands/may-do.ts';
import { type DecideContext } from '../application/context.ts';
import { allow, refuse, type Verdict } from '../application/refusal.ts';
import { type FactDraft } from '../fact/fact.ts';
import { type OrgId } from '../fact/ids.ts';
import { type PlainDate } from '../time/plain-date.ts';
import { type Override } from './calendar-overrides.ts';

export type DayChoice = 'dayOff' | 'workingDay' | 'asInTheData';
type DayCommand = { date: PlainDate; choice: DayChoice; reason: string };

type DayMistake = 'reasonMissing' | 'nothingChanged';

/** The problem of an override; undefined if there is none. A day is set with a reason, and reset without. */
export function dayMistake({ choice, reason }: DayCommand, standing: Override | null): DayMistake | undefined {
	if (choice === 'asInTheData') return standing === null ? 'nothingChanged' : undefined;
	if (reason.trim() === '') return 'reasonMissing';
	return standing?.kind === choice && standing.reason === reason.trim() ? 'nothingChanged' : undefined;
}

/** `tell`: the orgs of the same district, because a due time must be the same for both parties. */
export type SetDayCommand = DayCommand & { tell: readonly OrgId[] };

/** Sets a day of an org, or undoes its override. A kind already in force is not set again. */
export function setDay(
	{ tell, ...command }: SetDayCommand,
	inForce: Override | null,
	context: DecideContext
): Verdict<FactDraft<'calendarChanged'>[]> {
	const right = onlyBy('setDay', context);
	if (right) return right;
	const mistake = dayMistake(command, inForce);
	if (mistake) return refuse(mistake === 'nothingChanged' ? 'dayUnchanged' : mistake);
	const { date, choice } = command;
	const text = command.reason.trim();
	const day = choice === 'asInTheData' ? { day: inForce?.kind ?? 'workingDay', undo: true as const } : { day: choice };
	return allow([
		{
			type: 'calendarChanged',
			subject: { kind: 'org', org: context.org },
			body: { date, ...day, ...(text ? { reason: text } : {}), ...(tell.length > 0 ? { tell: [...tell] } : {}) },
			details: null
		}
	]);
}
