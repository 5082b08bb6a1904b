import { type Application } from '#lib/domain/application/application.ts';
import { type LimitedRow } from '#lib/domain/control/limited-row.ts';
import { type Bilingual } from '#lib/domain/documents/paper-model.ts';
import { type RouteStep } from '#lib/domain/regulation/route.ts';
import { type DueContext } from '#lib/domain/time/due.ts';
import { isNear, type TimeLeft, timeLeft } from '#lib/domain/time/time-left.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { formatDateWithWeekday, formatTime, formatTimeLeft } from '#lib/i18n/formats.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';
import { type Lang } from '#lib/i18n/language.ts';
import { findOrganisation } from '#lib/domain/org/directory.ts';
import { CENTER_UNITS } from '#lib/law/law.ts';
import { inBoth } from './both-words.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { momentText } from './words.ts';

/** A term in words, everywhere the same: the moment it ends, then what is left of it or by how much it has passed. */
type DueWords = {
	kind: 'late' | 'near' | 'wait';
	/** «Мерзімі: бүгін, 16:00», «Мерзімі: 27.11.2026 (жұма), 18:00». */
	stamp: string;
	/** «Қалды: 2 жұмыс күні 3 сағ», «Кешігу: 40 мин»; «Мерзімі өткен» where no working time has passed since. */
	left: string;
	/** The same in the largest unit alone, «Кешігу: 2 жұмыс күні», for a row of a list. */
	brief: string;
	/** Both, for where there is one place. */
	text: string;
	/** «27.11.2026, 18:00 · Қалды: 2 жұмыс күні 3 сағ», for a column that is headed «Мерзімі». */
	short: string;
};

/** A line never begins with the dot. */
const DOT = '\u00a0· ';

/** The term of the next step of a row; null where no limit runs. */
export function dueWords(row: LimitedRow, nowMs: number): DueWords | null {
	const { due } = row;
	if (due === null) return null;
	const { lang, t } = language;
	const time = timeLeft(due, nowMs, contextOf(row));
	const [stamp, left] = [dueText(due, nowMs), leftIn(lang, time, t)];
	const brief = leftIn(lang, time.days > 0 ? { ...time, hours: 0, minutes: 0 } : time, t);
	const kind = time.late ? 'late' : isNear(time) ? 'near' : 'wait';
	return { kind, stamp, left, brief, text: `${stamp}${DOT}${left}`, short: `${momentText(due, nowMs)}${DOT}${left}` };
}

/** What separates the rows of a list in the order of their terms: overdue, today, each later day, without a term. */
export function dueGroup({ due }: Pick<LimitedRow, 'due'>, nowMs: number): string {
	const { t, lang } = language;
	if (due === null) return t('deadlines.noDue');
	if (due < nowMs) return t('deadlines.passed');
	const { date } = localOf(due, ALMATY);
	return date === localOf(nowMs, ALMATY).date ? t('deadlines.today') : formatDateWithWeekday(date, lang);
}

/** By how much a row is overdue, in both languages, for papers. Ask for `language.both()` before. */
export function lateWords(row: LimitedRow, nowMs: number): Bilingual | null {
	if (row.due === null || row.due >= nowMs) return null;
	const time = timeLeft(row.due, nowMs, contextOf(row));
	const words = (lang: Lang) => leftIn(lang, time, (key, params) => inBoth(key, params)[lang]);
	return { kk: words('kk'), ru: words('ru') };
}

/** A term that is nobody's row, such as that of several tasks together: by the clock of the own org. */
export const ownDueWords = (due: number, nowMs: number): DueWords | null =>
	dueWords({ regulation: null, center: null, body: desk.org, units: [], due }, nowMs);

/** What a row would show of any step of an application, not of its next one alone. */
export const limitedStep = ({ acceptance, body }: Application, step: RouteStep, due: number | null): LimitedRow => ({
	regulation: acceptance?.body.regulation.id ?? null,
	center: acceptance?.body.center ?? null,
	body,
	units: [step.unit],
	due
});

/** «Мерзімі: бүгін, 16:00» or «Мерзімі: 27.11.2026 (жұма), 18:00». */
export function dueText(due: number, nowMs: number): string {
	const { t, lang } = language;
	const { date, minutes } = localOf(due, ALMATY);
	const time = formatTime(minutes);
	if (date === localOf(nowMs, ALMATY).date) return t('deadlines.dueToday', { time });
	return t('deadlines.dueAt', { date: formatDateWithWeekday(date, lang), time });
}

type Say = (key: LeftKey, params: { duration: string }) => string;
type LeftKey = Extract<MessageKey, 'deadlines.left' | 'deadlines.late' | 'deadlines.passed'>;

function leftIn(lang: Lang, time: TimeLeft, say: Say): string {
	const params = { duration: formatTimeLeft(time, lang) };
	if (!time.late) return say('deadlines.left', params);
	const hasPassed = time.days + time.hours + time.minutes > 0;
	return say(hasPassed ? 'deadlines.late' : 'deadlines.passed', params);
}

/** The clock of the org whose step it is. A row does not keep its version: the hours are those of the latest one. */
function contextOf({ units, center, body, regulation }: LimitedRow): DueContext {
	const [unit] = units;
	const org = unit && CENTER_UNITS.includes(unit) ? center : body;
	const { calendarOf, directory, hoursOf, service: serviceOf } = lawHere.law;
	const organisation = findOrganisation(directory, org ?? '');
	const service = serviceOf(regulation)?.officeHours;
	const hours = organisation ? hoursOf(organisation, service) : directory.officeHours.body;
	return { zone: ALMATY, hours, calendar: calendarOf(org ?? '') };
}
