import { type ApplicationSummary } from '$lib/domain/application/summary';
import { type LimitedRow } from '$lib/domain/control/delay';
import { localOf, ALMATY } from '$lib/domain/time/zone';
import { formatDateWithWeekday, formatDuration, formatTime } from '$lib/i18n/formats';
import { language } from './language.svelte';
import { lateText } from './late-text';
import { momentText, roleName, staffName } from './words';

/** How a row of lists tells its state: the shape's kind and the word. */
export type Mark = { kind: 'done' | 'here' | 'wait' | 'near' | 'late' | 'attention' | 'off' | 'unknown'; word: string };

/** Nearer than this is told as near. */
const NEAR_MS = 4 * 3_600_000;

/** A paper's place, from the key of its holder: `window/<org>/<window>`, `collection/<org>`, `transit/<to>/<register>` … */
export function placeName(key: string): string {
	const { t } = language;
	const [kind = '', , last = ''] = key.split('/');
	const name = language.loose(`states.holders.${kind}`, {}, 'states.holders.unknown');
	if (kind === 'window') return `${name} · ${t('frame.window', { n: last })}`;
	if (kind === 'executor') return `${name} · ${staffName(last)}`;
	if (kind === 'unknown' && key === 'unknown/lost') return t('states.lookedFor');
	if (key === 'unknown/missing') return t('control.odd.missing');
	return name;
}

/** Where the paper that matters now lies: the result once there is one. */
export const placeOf = (row: Pick<ApplicationSummary, 'packetAt' | 'resultAt'>): string =>
	placeName(row.resultAt ?? row.packetAt);

/** The step that is reached, or the end of the way. */
export function stateMark(row: Pick<ApplicationSummary, 'state' | 'next' | 'resultAt'>, org: string | null): Mark {
	const { t } = language;
	switch (row.state) {
		case 'numberOnly':
			return { kind: 'unknown', word: t('states.application.numberOnly') };
		case 'annulled':
			return { kind: 'off', word: t('states.application.annulled') };
		case 'withdrawn':
			return { kind: 'off', word: t('states.application.withdrawn') };
		case 'handedOut':
			return { kind: 'done', word: t('states.application.handedOut') };
		case 'open':
			if (row.resultAt === `collection/${org}`) return { kind: 'here', word: t('states.ready') };
			return { kind: 'here', word: language.loose(`states.steps.${row.next ?? ''}`, {}, 'states.application.open') };
	}
}

/** The due time of the next step in words; null where no limit runs. */
export function dueMark(row: LimitedRow, nowMs: number): (Mark & { detail: string }) | null {
	const { due } = row;
	if (due === null) return null;
	const { t, lang } = language;
	const left = due - nowMs;
	if (left < 0)
		return {
			kind: kindOf(left),
			word: t('deadlines.passed'),
			detail: lateText(row, due, nowMs)
		};
	return {
		kind: kindOf(left),
		word: dueText(due, nowMs),
		detail: t('deadlines.left', { duration: formatDuration(left, lang) })
	};
}

/** The same for columns that are headed «Мерзімі»: the moment alone. */
export function shortDueMark(due: number | null, nowMs: number): Mark | null {
	if (due === null) return null;
	const moment = momentText(due, nowMs);
	const kind = kindOf(due - nowMs);
	return { kind, word: kind === 'late' ? `${moment} · ${language.t('deadlines.passed')}` : moment };
}

const kindOf = (left: number): 'late' | 'near' | 'wait' => (left < 0 ? 'late' : left < NEAR_MS ? 'near' : 'wait');

/** «Мерзімі: бүгін, 16:00» or «Мерзімі: 27.11.2026 (жұма), 18:00». */
export function dueText(due: number, nowMs: number): string {
	const { t, lang } = language;
	const { date, minutes } = localOf(due, ALMATY);
	const time = formatTime(minutes);
	if (date === localOf(nowMs, ALMATY).date) return t('deadlines.dueToday', { time });
	return t('deadlines.dueAt', { date: formatDateWithWeekday(date, lang), time });
}

export const settledBy = (role: string): string => language.t('application.anomalySettledBy', { role: roleName(role) });
