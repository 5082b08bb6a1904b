import { type Application } from '$lib/domain/application/application';
import { type Delay, delayOf, type LimitedRow } from '$lib/domain/control/delay';
import { type Bilingual } from '$lib/domain/documents/paper-model';
import { type RouteStep } from '$lib/domain/regulation/route';
import { type LimitUnit } from '$lib/domain/regulation/vocabulary';
import { ALMATY } from '$lib/domain/time/zone';
import { formatDuration } from '$lib/i18n/formats';
import { type Lang } from '$lib/i18n/language';
import { regulationVersions } from '$lib/regulations/catalog';
import { CENTER_UNITS } from '$lib/regulations/law';
import { currentLaw, routeOnce } from '$lib/regulations/law-of';
import { inBoth } from './both-words';
import { language } from './language.svelte';

/** «Кешігу: 2 жұмыс күні» where the limit of the row's step is in days, «Кешігу: 2 сағ 15 мин» where it is in hours. */
export function lateText(row: LimitedRow, due: number, nowMs: number): string {
	const { t, lang } = language;
	return t('deadlines.late', { duration: inWords(delayOfRow(row, due, nowMs), lang) });
}

/** The same in both languages, for papers. Ask for `language.both()` before. */
export function lateWords(row: LimitedRow, due: number, nowMs: number): Bilingual {
	const delay = delayOfRow(row, due, nowMs);
	const said = (lang: Lang) => inBoth('deadlines.late', { duration: inWords(delay, lang) })[lang];
	return { kk: said('kk'), ru: said('ru') };
}

/** What a row would tell of any step of an application, not of its next one alone. */
export const limitedStep = ({ acceptance, body }: Application, step: RouteStep, due: number | null): LimitedRow => ({
	regulation: acceptance?.body.regulation.id ?? null,
	next: step.fact,
	center: acceptance?.body.center ?? null,
	body,
	units: [step.unit],
	due
});

/** Counted by the working days of the org whose step it is. */
function delayOfRow(row: LimitedRow, due: number, nowMs: number): Delay {
	const [unit] = row.units;
	const org = unit && CENTER_UNITS.includes(unit) ? row.center : row.body;
	return delayOf(due, nowMs, limitUnitOf(row), { calendar: currentLaw().calendarOf(org ?? ''), zone: ALMATY });
}

/** A row does not keep the version that it was accepted under: what the latest one counts in is told. */
function limitUnitOf({ regulation, next, center }: LimitedRow): LimitUnit | null {
	const latest = regulation === null ? undefined : regulationVersions(regulation).at(-1);
	if (!latest) return null;
	const route = routeOnce(latest, center === null ? 'body' : 'center', 'notice');
	return route.find(({ fact }) => fact === next)?.limit?.unit ?? null;
}

const inWords = (delay: Delay, lang: Lang): string =>
	delay.in === 'time'
		? formatDuration(delay.milliseconds, lang)
		: inBoth('deadlines.workingDays', { n: delay.days })[lang];
