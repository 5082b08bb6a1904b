import { workingDaysLeft } from '$lib/domain/examination/days-left';
import { ALMATY, localOf } from '$lib/domain/time/zone';
import { formatDuration } from '$lib/i18n/formats';
import { currentLaw } from '$lib/regulations/law-of';
import { desk } from './desk.svelte';
import { language } from './language.svelte';
import { timeText } from './words';

/** How a limit stands, and its words: «Қалды: 9 жұмыс күні», «Мерзімі: бүгін, 18:00», «Кешігу: 2 жұмыс күні». */
export type LimitText = { state: 'late' | 'near' | 'open'; text: string };

/** The time left until a limit of the own org, in the words of the screen; null: no limit runs. */
export function limitText(due: number | null, nowMs: number): LimitText {
	const { t, lang } = language;
	if (due === null) return { state: 'open', text: t('deadlines.noDue') };
	const [today, last] = [localOf(nowMs, ALMATY).date, localOf(due, ALMATY).date];
	const { days } = workingDaysLeft(today, last, currentLaw().calendarOf(desk.org));
	const inDays = t('deadlines.workingDays', { n: days });
	if (due < nowMs) {
		const duration = days > 0 ? inDays : formatDuration(nowMs - due, lang);
		return { state: 'late', text: t('deadlines.late', { duration }) };
	}
	if (last === today) return { state: 'near', text: t('deadlines.dueToday', { time: timeText(due) }) };
	return { state: days <= 1 ? 'near' : 'open', text: t('deadlines.left', { duration: inDays }) };
}
