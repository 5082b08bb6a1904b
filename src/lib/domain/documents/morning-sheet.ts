import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { fieldInLine } from './fields.ts';
import { type LocalMoment, momentWithWeekday, shortDate, shortMoment } from './paper-dates.ts';
import {
	type Bilingual,
	type Block,
	type FiguresBlock,
	type NoteBlock,
	type PaperModel,
	type PaperText,
	type TableBlock
} from './paper-model.ts';
import { DUE, SERVICE_COLUMN } from './paper-words.ts';
import { standingMarks, printFooter, type PrintRun } from './print-run.ts';

/** Applications at a step; those of `today` and `tomorrow` (the next working day) are due then and not late yet. */
export type MorningStep = {
	readonly step: Bilingual;
	/** The unit of the step, with a capital letter. */
	readonly unit: Bilingual;
	readonly waiting: number;
	readonly late: number;
	readonly today: number;
	readonly tomorrow: number;
};

export type MorningRow = {
	readonly number: PaperNumber;
	readonly applicant: string;
	/** Number of the service; null where it is not known here. */
	readonly service: number | null;
	readonly step: Bilingual;
	/** Who has it now: surname and initials, or a unit. */
	readonly holder: PaperText;
	readonly due: LocalMoment;
	/** «Кешігу: 2 жұмыс күні · Просрочка: 2 раб. дн.», or null while it is in time. */
	readonly lateness: Bilingual | null;
};

export type MorningSheetInput = {
	readonly office: Bilingual;
	/** The moment of the data. */
	readonly at: LocalMoment;
	/** The next working day, where it is not tomorrow. */
	readonly nextDay?: string;
	/** In the order of the regulation; empty steps are left out. */
	readonly steps: readonly MorningStep[];
	/** The most urgent first; as many are printed as the page has room for. */
	readonly urgent: readonly MorningRow[];
	/** Urgent ones missing in that list, by step. */
	readonly unlisted?: readonly { readonly step: Bilingual; readonly count: number }[];
	readonly run: PrintRun;
};

const TITLE: Bilingual = { kk: 'Таңғы мәлімет', ru: 'Утренняя сводка' };
const LATE: Bilingual = { kk: 'Мерзімі өткен', ru: 'Срок истёк' };
const TODAY: Bilingual = { kk: 'Мерзімі бүгін', ru: 'Срок сегодня' };
const TOMORROW: Bilingual = { kk: 'Мерзімі ертең', ru: 'Срок завтра' };

/** Lines of 9 pt that one page of A4 holds below the figures. */
const ROOM = 43;
/** Lines that the marks above the title take from them. */
const MARKS = 3;
/** Padding and rule of a row, in lines. */
const ROW = 0.3;
/** Lines of the note on rows that did not fit. */
const REST = 3.5;
/** Rows of the most urgent applications that are always printed, however long the steps are. */
const LEAST_URGENT = 2;
/** Letters of both languages that fit beside the counts, and in the columns of a name, a holder and a due time. */
const STEP_LETTERS = 46;
const NAME_LETTERS = 29;
const HOLDER_LETTERS = 25;
const DUE_LETTERS = 23;

/** For the head of a Center or a body before the day begins: what is late, at whose step, in order of urgency. One page. */
export function morningSheet(input: MorningSheetInput): PaperModel {
	const shown = input.urgent.slice(0, countThatFits(input));
	return {
		kind: 'morning-sheet',
		format: 'A4-dense',
		title: TITLE,
		number: null,
		codes: {},
		pageCount: true,
		training: input.run.training,
		blocks: [
			{ type: 'letterhead', name: input.office, lines: [], marks: standingMarks(input.run) },
			{ type: 'heading', level: 1, text: TITLE },
			fieldInLine({ kk: 'Мәлімет уақыты', ru: 'Данные на' }, momentWithWeekday(input.at)),
			figures(input),
			...lateUnits(input.steps),
			stepTable(input),
			...urgentBlocks(shown, restByStep(input, shown.length)),
			printFooter(input.run)
		]
	};
}

/** Estimated before drawing, with a margin; a second page would not be read. */
function countThatFits({ steps, urgent, run }: MorningSheetInput): number {
	let left = ROOM - REST - (standingMarks(run).length > 0 ? MARKS : 0);
	for (const { step } of steps) left -= linesOf(`${step.kk} · ${step.ru}`, STEP_LETTERS) + ROW;
	const more = urgent.findIndex((one) => {
		const holder = linesOfBoth(holding(one), HOLDER_LETTERS);
		const due = 1 + (one.lateness === null ? 0 : linesOfBoth(one.lateness, DUE_LETTERS));
		left -= Math.max(1 + linesOf(one.applicant, NAME_LETTERS), holder, due) + ROW;
		return left < 0;
	});
	return Math.max(LEAST_URGENT, more === -1 ? urgent.length : more);
}

const linesOf = (text: string, letters: number): number => Math.ceil(text.length / letters);

/** Both languages in one cell, the second after the last line of the first. */
function linesOfBoth({ kk, ru }: Bilingual, letters: number): number {
	const lines = `${kk} · ${ru}`.split('\n');
	return lines.reduce((sum, line) => sum + linesOf(line, letters), 0);
}

/** On a Friday «tomorrow» is Monday: the date is printed. */
const nextDayLabel = ({ nextDay }: MorningSheetInput): Bilingual =>
	nextDay === undefined ? TOMORROW : { kk: `Мерзімі: ${shortDate(nextDay)}`, ru: `Срок: ${shortDate(nextDay)}` };

function figures(input: MorningSheetInput): FiguresBlock {
	const { steps } = input;
	const sum = (key: 'late' | 'today' | 'tomorrow') => String(steps.reduce((total, step) => total + step[key], 0));
	return {
		type: 'figures',
		figures: [
			{ label: LATE, value: sum('late') },
			{ label: TODAY, value: sum('today') },
			{ label: nextDayLabel(input), value: sum('tomorrow') }
		]
	};
}

/** Units with late applications, the most first. */
function lateUnits(steps: readonly MorningStep[]): readonly Block[] {
	const units = new Map<string, { unit: Bilingual; late: number }>();
	for (const { unit, late } of steps) {
		if (late > 0) units.set(unit.kk, { unit, late: (units.get(unit.kk)?.late ?? 0) + late });
	}
	if (units.size === 0) return [];
	const ordered = [...units.values()].sort((a, b) => b.late - a.late);
	const listed = (lang: keyof Bilingual) => ordered.map(({ unit, late }) => `${unit[lang]}: ${late}`).join(', ');
	const text: NoteBlock['text'] = {
		kk: `Мерзімі өткен қадам. ${listed('kk')}`,
		ru: `Просроченный шаг. ${listed('ru')}`
	};
	return [{ type: 'note', arrangement: 'lines', text }];
}

function stepTable(input: MorningSheetInput): TableBlock {
	const { steps } = input;
	const count = (value: number) => (value === 0 ? '—' : String(value));
	return {
		type: 'table',
		small: true,
		columns: [
			{ label: { kk: 'Қадам', ru: 'Шаг' }, width: 'fill', align: 'start' },
			{ label: { kk: 'Күтіп тұр', ru: 'Ожидает' }, width: 20, align: 'end' },
			{ label: LATE, width: 20, align: 'end' },
			{ label: TODAY, width: 20, align: 'end' },
			{ label: nextDayLabel(input), width: 22, align: 'end' }
		],
		rows: steps.map((step) => [
			step.step,
			String(step.waiting),
			count(step.late),
			count(step.today),
			count(step.tomorrow)
		])
	};
}

/** What does not fit on the page, in order of urgency. */
function restByStep({ urgent, unlisted = [] }: MorningSheetInput, shown: number): readonly Rest[] {
	const rest = new Map<string, Rest>();
	const unnamed = urgent.slice(shown).map(({ step }) => ({ step, count: 1 }));
	for (const { step, count } of [...unnamed, ...unlisted]) {
		rest.set(step.kk, { step, count: (rest.get(step.kk)?.count ?? 0) + count });
	}
	return [...rest.values()];
}

type Rest = { readonly step: Bilingual; readonly count: number };

function restNote(rest: readonly Rest[]): NoteBlock {
	const all = rest.reduce((sum, { count }) => sum + count, 0);
	const listed = (lang: keyof Bilingual) => rest.map(({ step, count }) => `${step[lang]}: ${count}`).join(', ');
	return {
		type: 'note',
		arrangement: 'lines',
		text: {
			kk: `Бұл тізімге сыймағаны: ${all}. ${listed('kk')}`,
			ru: `В этот список не вошло: ${all}. ${listed('ru')}`
		}
	};
}

function urgentBlocks(rows: readonly MorningRow[], rest: readonly Rest[]): readonly Block[] {
	if (rows.length === 0) return [];
	return [
		{ type: 'heading', level: 2, text: { kk: 'Ең шұғыл өтініштер', ru: 'Самые срочные заявления' } },
		{
			type: 'table',
			small: true,
			columns: [
				{
					label: { kk: 'Өтініш, тұтынушы', ru: 'Заявление, потребитель' },
					width: 'fill',
					align: 'start',
					strong: true
				},
				{ label: SERVICE_COLUMN, width: 17, align: 'center' },
				{ label: { kk: 'Кімде, қадам', ru: 'У кого, шаг' }, width: 52, align: 'start' },
				{ label: DUE, width: 46, align: 'start' }
			],
			rows: rows.map((one) => [
				`${formatNumber(one.number)}\n${one.applicant}`,
				one.service === null ? '?' : String(one.service),
				holding(one),
				dueText(one)
			])
		},
		...(rest.length > 0 ? [restNote(rest)] : [])
	];
}

/** A person's name is the same in both languages and is printed once, above the step. */
function holding({ step, holder }: MorningRow): Bilingual {
	if (typeof holder === 'string') return { kk: `${holder}\n${step.kk}`, ru: step.ru };
	return { kk: `${holder.kk}. ${step.kk}`, ru: `${holder.ru}. ${step.ru}` };
}

function dueText({ due, lateness }: MorningRow): PaperText {
	const moment = shortMoment(due);
	return lateness === null ? moment : { kk: `${moment}\n${lateness.kk}`, ru: lateness.ru };
}
