import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type Entry, type Outcome, type RouteStep, type StepFact, type Words } from '#lib/domain/regulation/route.ts';
import { type Lang, langs } from '#lib/domain/text/lang.ts';
import { type Reading } from './readings.ts';
import { type ListedRoute } from './route-list.ts';
import { limitWords, NOT_LAW, START_NAMES, UNIT_NAMES } from './route-words.ts';
import { wrapForTerminal } from './wrap-text.ts';

type PrintOptions = {
	lang: Lang;
	/** Characters of a line. */
	width: number;
	readings: readonly Reading[];
	/** Name of each fact on the screens. */
	factName: (fact: StepFact) => Words;
	/** Heading: number, date and repeal of the resolution. */
	title: Words;
};

const LABELS = {
	service: { kk: 'ҚЫЗМЕТ', ru: 'УСЛУГА' },
	version: { kk: 'Деректер нұсқасы', ru: 'Версия данных' },
	result: { kk: 'Нәтиже', ru: 'Результат' },
	unit: { kk: 'ҚФБ', ru: 'СФЕ' },
	alsoBy: { kk: 'Орындай алады', ru: 'Может и' },
	table: { kk: '1-кесте', ru: 'Таблица 1' },
	completion: { kk: 'Аяқтау', ru: 'Завершение' },
	limit: { kk: 'Шегі', ru: 'Предел' },
	starts: { kk: 'басталуы', ru: 'отсчёт' },
	fact: { kk: 'Факт', ru: 'Факт' },
	source: { kk: 'Дереккөз', ru: 'Источник' },
	printed: { kk: 'басылғаны', ru: 'напечатано' },
	nothing: { kk: 'ештеңе', ru: 'ничего' },
	noLimit: { kk: 'регламентте жоқ', ru: 'в регламенте нет' },
	notInTable: { kk: '1-кестеде жоқ қадам', ru: 'шага нет в таблице 1' },
	readings: { kk: 'Қайшылықтардың түсініктемесі', ru: 'Толкование противоречий' },
	reading: { kk: 'түсініктеме', ru: 'толкование' },
	notLaw: { kk: 'ЗАҢ ЕМЕС', ru: 'НЕ ЗАКОН' },
	nothingOpen: { kk: 'Регламент мұндай жол ашпайды.', ru: 'Регламент такого пути не открывает.' }
} as const satisfies Record<string, Words>;

const ENTRIES: Readonly<Record<Entry, Words>> = {
	center: { kk: 'Орталық арқылы', ru: 'Через Центр' },
	body: { kk: 'Уәкілетті органға тікелей', ru: 'Прямо в уполномоченный орган' }
};
const OUTCOMES: Readonly<Record<Outcome, Words>> = {
	notice: { kk: 'негізгі үдеріс, 2-кесте', ru: 'основной процесс, таблица 2' },
	refusal: {
		kk: 'балама үдеріс, 3-кесте: дәлелді бас тарту',
		ru: 'альтернативный процесс, таблица 3: мотивированный отказ'
	}
};

/** Columns of the labels of a step. */
const LABEL_WIDTH = 16;

/**
 * The routes for a jurist to compare with the resolution: by service and route, step by step, with the readings of its
 * contradictions, and at the end what is not law. Units are printed in both languages, the rest in the requested one; the source is
 * always quoted as printed. Ends with a line break.
 */
export function printRoutes(routes: readonly ListedRoute[], options: PrintOptions): string {
	const services = [...new Set(routes.map(({ regulation }) => regulation))];
	const used = new Set(services.flatMap((regulation) => regulation.readings));
	const applied = options.readings.filter(({ id }) => used.has(id));
	const say = speaker(options, applied);
	const lines = [
		...say.text(options.title[options.lang]),
		...(routes.length === 0 ? ['', LABELS.nothingOpen[options.lang]] : []),
		...services.flatMap((regulation) => [
			'',
			'═'.repeat(options.width),
			...serviceHead(regulation, say),
			...routes.filter((route) => route.regulation === regulation).flatMap((route) => routeLines(route, say))
		]),
		...readingLines(applied, say),
		'',
		say.word('notLaw'),
		...NOT_LAW.flatMap((note) => say.text(note[options.lang], '  • ', '    '))
	];
	return `${lines.join('\n')}\n`;
}

type Speaker = ReturnType<typeof speaker>;

function speaker({ lang, width, factName }: PrintOptions, applied: readonly Reading[]) {
	/** Codes of readings are internal: on this page they are numbered and listed below. */
	const numberOf = (code: string) => `№ ${applied.findIndex(({ id }) => id === code) + 1}`;
	return {
		numbers: (codes: readonly string[]) => codes.map(numberOf).join(', '),
		numbered: (source: string) =>
			source.replace(/(?:; C\d+)+$/u, (codes) => {
				const numbers = codes.split('; ').slice(1).map(numberOf);
				return `; ${LABELS.reading[lang]} ${numbers.join(', ')}`;
			}),
		lang,
		width,
		factName,
		word: (key: keyof typeof LABELS) => LABELS[key][lang],
		both: (words: Words) => langs.map((each) => words[each]).join(' · '),
		text: (text: string, first = '', rest = first) => wrapForTerminal(text, first, rest, width),
		labelled: (label: string, text: string) =>
			wrapForTerminal(text, `     ${label.padEnd(LABEL_WIDTH - 1)} `, ' '.repeat(LABEL_WIDTH + 5), width)
	};
}

function serviceHead({ number, annex, name, version, resultPaper, readings }: Regulation, say: Speaker): string[] {
	return [
		...say.text(`${say.word('service')} № ${number}. ${name[say.lang]}`),
		...(say.lang === 'kk' ? say.text(name.ru) : say.text(name.kk)),
		...say.text(
			`${annex}-қосымша · ${say.word('result')}: ${resultPaper[say.lang]} · ${say.word('version')}: ${version}`
		),
		...say.text(`${say.word('readings')}: ${say.numbers(readings)}`)
	];
}

function routeLines({ regulation, entry, outcome, steps }: ListedRoute, say: Speaker): string[] {
	const paper = outcome === 'notice' ? `: ${regulation.resultPaper[say.lang].toLowerCase()}` : '';
	const head = `№ ${regulation.number} · ${ENTRIES[entry][say.lang]} → ${OUTCOMES[outcome][say.lang]}${paper}`;
	return ['', '─'.repeat(say.width), ...say.text(head), ...steps.flatMap((step) => stepLines(step, regulation, say))];
}

function stepLines(step: RouteStep, regulation: Regulation, say: Speaker): string[] {
	const action = regulation.table1.actions.find(({ number }) => number === step.no);
	const printed = (text: { literal?: string | undefined }) =>
		text.literal === undefined
			? ''
			: ` (${say.word('printed')}: ${text.literal === '' ? say.word('nothing') : `«${text.literal}»`})`;
	const others = step.alsoBy.map((unit) => say.both(UNIT_NAMES[unit]));
	const ownWords = action === undefined || action.action.kk !== step.action.kk || action.action.literal !== undefined;
	const limit =
		step.limit === null || action === undefined
			? say.word('noLimit')
			: `${limitWords(step.limit)[say.lang]} («${action.limit.literal}»); ${say.word('starts')}: ${START_NAMES[step.starts][say.lang]}`;
	return [
		'',
		...say.text(step.action[say.lang], `${step.no === null ? '–' : `${step.no}.`} `.padStart(5), '     '),
		...say.labelled(say.word('unit'), say.both(UNIT_NAMES[step.unit])),
		...others.flatMap((other) => say.labelled(say.word('alsoBy'), other)),
		...(action === undefined ? say.labelled(say.word('table'), say.word('notInTable')) : []),
		...(action !== undefined && ownWords
			? say.labelled(say.word('table'), `${action.action[say.lang]}${printed(action.action)}`)
			: []),
		...(action === undefined
			? []
			: say.labelled(say.word('completion'), `${action.completion[say.lang]}${printed(action.completion)}`)),
		...say.labelled(say.word('limit'), limit),
		...say.labelled(say.word('fact'), `${step.fact} · ${say.factName(step.fact)[say.lang]}`),
		...say.labelled(say.word('source'), say.numbered(step.source))
	];
}

function readingLines(applied: readonly Reading[], say: Speaker): string[] {
	if (applied.length === 0) return [];
	return [
		'',
		'═'.repeat(say.width),
		say.word('readings').toUpperCase(),
		...applied.flatMap(({ where, literal, reading }, index) => [
			...say.text(`${where}. ${literal[say.lang]}`, `${index + 1}.  `.padStart(7), '       '),
			...say.text(reading[say.lang], '       → ', '         ')
		])
	];
}
