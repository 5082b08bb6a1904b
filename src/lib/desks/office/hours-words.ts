import { parsePlainDate, type PlainDate } from '#lib/domain/time/plain-date.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { type HoursMistake } from './hours-typed.ts';

/** The sentence at a field of hours. */
export const hoursMistakeText = (mistake: HoursMistake): string => language.t(`office.hours.mistakes.${mistake}`);

/** What is wrong with the day from which something is to hold; undefined where nothing is. */
export function dateMistakeText(text: string, today: PlainDate): string | undefined {
	const day = parsePlainDate(text);
	if (day) return day < today ? hoursMistakeText('dayPast') : undefined;
	return hoursMistakeText(text.trim() === '' ? 'dateMissing' : 'dateWrong');
}
