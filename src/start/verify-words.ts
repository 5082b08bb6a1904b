import { type Finding, type What } from '#lib/server/verify/finding.ts';
import { notProvenBy, type Reason } from '#lib/server/verify/proven-columns.ts';
import { type Proof } from '#lib/server/verify/verify-database.ts';

export type Lang = 'kk' | 'ru';

/** What `npm run verify-journal` tells of a place that does not fit. */
const WHAT: Readonly<Record<What, Readonly<Record<Lang, string>>>> = {
	hash: { kk: 'мәтінінің SHA-256 мәніне сай емес', ru: 'не SHA-256 своего текста' },
	text: { kk: 'мәтінде айтылғанға сай емес', ru: 'не то, что сказано в тексте' },
	unread: { kk: 'факт мәтіні оқылмайды', ru: 'текст факта не читается' },
	link: { kk: 'алдындағы хешті жалғастырмайды', ru: 'не продолжает хеш перед собой' },
	head: { kk: 'тізбектің соңына сай емес', ru: 'не сходится с концом цепочки' },
	missing: { kk: 'болуы тиіс жол жоқ', ru: 'строки нет, а она должна быть' },
	stray: { kk: 'артық жол: ешнәрсеге қатысы жоқ', ru: 'лишняя строка: ни к чему не относится' },
	twice: { kk: 'бұл орында екі мәтін тұр', ru: 'на этом месте два текста' },
	signature: { kk: 'құрылғы кілтінің қолы емес', ru: 'подпись не ключа этого устройства' },
	personal: { kk: 'фактідегі дайджестке сай емес', ru: 'не сходится с дайджестом в факте' },
	noFact: { kk: 'көрсетілген факт жоқ', ru: 'указанного факта нет' },
	damaged: { kk: 'файл бүлінген', ru: 'файл повреждён' }
};

const REASONS: Readonly<Record<Reason, Readonly<Record<Lang, string>>>> = {
	derived: { kk: 'фактілерден есептеліп шығарылады', ru: 'вычисляется по фактам' },
	noFact: { kk: 'бұл туралы факт жазылмайды', ru: 'об этом факты не пишутся' },
	device: { kk: 'құрылғыны ешбір мәтін атамайды', ru: 'устройства не называет ни один текст' },
	clock: { kk: 'сервер сағаты бойынша уақыт', ru: 'время по часам сервера' },
	judgement: { kk: 'сол кездегі бағдарламаның бағасы', ru: 'оценка программы того времени' },
	decision: { kk: 'шешім, ол туралы факт жоқ', ru: 'решение, о котором нет факта' },
	upkeep: { kk: 'бағдарламаның өз есебі', ru: 'служебный учёт самой программы' }
};

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
	`${table} · ${key}${column ? ` · ${column}` : ''}: ${WHAT[what][lang]}`;

function notProvenLines(lang: Lang): string[] {
	const head = { kk: 'Дәлелденбейді:', ru: 'Не доказывается:' }[lang];
	return [head, ...[...notProvenBy()].map(([reason, names]) => `  ${REASONS[reason][lang]}: ${names.join(', ')}`)];
}
