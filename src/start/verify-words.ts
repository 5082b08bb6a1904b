import { audit as kk } from '#lib/i18n/kk/audit.ts';
import { audit as ru } from '#lib/i18n/ru/audit.ts';
import { type Finding } from '#lib/server/verify/finding.ts';
import { notProvenBy } from '#lib/server/verify/proven-columns.ts';
import { type Proof } from '#lib/server/verify/verify-database.ts';

export type Lang = 'kk' | 'ru';

const WORDS = { kk, ru };

/** Groups of three digits, apart by a no-break space. */
const counted = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u00A0');

/** The answer for the eye: the counts where all is proven, else the places; then what nothing proves. */
export function proofInWords(proof: Proof, lang: Lang): string {
	const { findings } = proof;
	const lines = findings.count === 0 ? [provenLine(proof, lang)] : foundLines(findings, lang);
	return [...lines, '', ...notProvenLines(lang), ''].join('\n');
}

function provenLine({ facts, journals, streams, ms }: Proof, lang: Lang): string {
	const [f, j, s] = [facts, journals, streams].map(counted);
	const speed = counted(ms > 0 ? (facts / ms) * 1000 : 0);
	return lang === 'kk'
		? `Факт: ${f}, журнал: ${j}, ағын: ${s}. Бәрі дәлелденді, секундына ${speed} факт.`
		: `Фактов: ${f}, журналов: ${j}, потоков: ${s}. Всё доказано, ${speed} фактов в секунду.`;
}

function foundLines({ first, count }: Proof['findings'], lang: Lang): string[] {
	const head = { kk: `Сәйкес келмейтін орын саны: ${counted(count)}`, ru: `Не сходится мест: ${counted(count)}` }[lang];
	const left = count - first.length;
	const rest = { kk: `… тағы ${counted(left)}`, ru: `… и ещё ${counted(left)}` }[lang];
	return [head, ...first.map((finding) => `  ${inWords(finding, lang)}`), ...(left > 0 ? [`  ${rest}`] : [])];
}

const inWords = ({ table, key, column, what }: Finding, lang: Lang): string =>
	`${table} · ${key}${column ? ` · ${column}` : ''}: ${WORDS[lang].what[what]}`;

function notProvenLines(lang: Lang): string[] {
	const head = { kk: 'Дәлелденбейді:', ru: 'Не доказывается:' }[lang];
	return [
		head,
		...[...notProvenBy()].map(([reason, names]) => `  ${WORDS[lang].reasons[reason]}: ${names.join(', ')}`)
	];
}
