import { type NumbersAccount, numbersRows, type PapersAccount, papersRows, row } from './closing-balances.ts';
import {
	type CoveredJournal,
	coveredJournals,
	type LateArrival,
	lateArrivals,
	type RegistryHead,
	type SilentDevice,
	silentDevices
} from './closing-journals.ts';
import { type ClosingSlot, slotRows } from './closing-slots.ts';
import { OPEN, PARTS } from './closing-words.ts';
import { fieldInLine } from './fields.ts';
import { clockTime, shortDate } from './paper-dates.ts';
import { type Bilingual, type Block, type PaperModel, type PaperText, type TableBlock } from './paper-model.ts';
import { inline } from './paper-words.ts';
import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { standingMarks, printFooter, type PrintRun } from './print-run.ts';

/** A discrepancy and its explanation, which is a fact of its own. */
export type Explanation = {
	readonly number: PaperNumber | null;
	readonly what: Bilingual;
	readonly text: PaperText;
	readonly by: string;
};

export type ClosingSheetInput = {
	/** A window's or device's shift, or the day of an office. */
	readonly of: 'shift' | 'day';
	readonly office: Bilingual;
	/** Window and device of a shift. */
	readonly place: { readonly window: Bilingual | null; readonly device: string } | null;
	readonly responsible: { readonly role: Bilingual; readonly name: string };
	/** `YYYY-MM-DD` and minutes since midnight; `until` is null while the day is not over. */
	readonly date: string;
	readonly from: number | null;
	readonly until: number | null;
	/** A section is printed only if given; a list only if not empty. */
	readonly numbers: NumbersAccount | null;
	readonly papers: readonly PapersAccount[];
	readonly results: { readonly came: number; readonly handedOut: number; readonly left: number } | null;
	readonly open: {
		/** Here and at the devices where it is known. */
		readonly parked: number;
		/** The known state of each other device, with its time. */
		readonly elsewhere: readonly Bilingual[];
		readonly discrepancies: number;
	} | null;
	/** Who accepted how many applications. */
	readonly acceptedBy: readonly { readonly name: string; readonly count: number }[];
	/** Typed at the closing: why an account is not even, where the packets are kept. */
	readonly words?: { readonly text: string; readonly keptAt: string };
	readonly explanations: readonly Explanation[];
	readonly slots: readonly ClosingSlot[];
	readonly late: readonly LateArrival[];
	readonly silent: readonly SilentDevice[];
	readonly covers: readonly CoveredJournal[];
	/** Null where the device knows nothing of it. */
	readonly registry: RegistryHead | null;
	/** Who signs, from left to right; an unknown name is written by hand. */
	readonly signers: readonly { readonly role: Bilingual; readonly name: string | null }[];
	readonly run: PrintRun;
};

const TITLES: Readonly<Record<ClosingSheetInput['of'], Bilingual>> = {
	shift: { kk: 'Ауысымды жабу парағы', ru: 'Лист закрытия смены' },
	day: { kk: 'Күнді жабу парағы', ru: 'Лист закрытия дня' }
};
const PAPERS: Readonly<Record<PapersAccount['paper'], Bilingual>> = {
	packet: { kk: 'Пакеттер', ru: 'Пакеты' },
	result: { kk: 'Нәтижелер', ru: 'Результаты' }
};

/** The closing sheet of a shift or a day, A4. Both accounts must come out even before anybody signs. */
export function closingSheet(input: ClosingSheetInput): PaperModel {
	const title = TITLES[input.of];
	return {
		kind: 'closing-sheet',
		format: 'A4',
		title,
		number: null,
		codes: {},
		pageCount: true,
		training: input.run.training,
		blocks: [
			{ type: 'letterhead', name: input.office, lines: placeLine(input), marks: standingMarks(input.run) },
			{ type: 'heading', level: 1, text: title },
			...head(input),
			...acceptedBy(input),
			...numbered(sections(input)),
			{
				type: 'signatures',
				parties: input.signers.map(({ role, name }) => ({
					role,
					name,
					detail: null,
					lines: name === null ? ['name', 'signature'] : ['signature']
				}))
			},
			printFooter(input.run)
		]
	};
}

/** Window and device, below the office. */
function placeLine({ place }: ClosingSheetInput): readonly string[] {
	if (place === null) return [];
	const device = `${inline({ kk: 'құрылғы', ru: 'устройство' })}: ${place.device}`;
	return [place.window === null ? device : `${inline(place.window)}, ${device}`];
}

/** When and who, in one line where the names fit. */
function head({ of, responsible, date, from, until }: ClosingSheetInput): readonly Block[] {
	const end = until === null ? '…' : clockTime(until);
	const closed = until === null ? '' : `; ${inline({ kk: 'жабылған', ru: 'закрыто' })}: ${end}`;
	const times = from === null ? closed : `, ${clockTime(from)} – ${end}`;
	const period: Bilingual = of === 'shift' ? { kk: 'Ауысым', ru: 'Смена' } : { kk: 'Күні', ru: 'День' };
	const who = `${inline(responsible.role)}: ${responsible.name}`;
	return [fieldInLine(period, `${shortDate(date)}${times}; ${who}`)];
}

/** Several people may have worked at the device of a shift: each is listed with their count. */
function acceptedBy({ of, acceptedBy: people }: ClosingSheetInput): readonly Block[] {
	if (of !== 'shift' || people.length === 0) return [];
	const told = people.map(({ name, count }) => `${name}: ${count}`).join('; ');
	return [fieldInLine({ kk: 'Қабылдағандар', ru: 'Принимали' }, told)];
}

type Section = { readonly title: Bilingual; readonly blocks: readonly Block[] };

/** In the order of the work: what was given, what was held, what is left, what came late, what is covered. */
function sections(input: ClosingSheetInput): readonly Section[] {
	const { numbers, results, open } = input;
	return [
		...when(numbers, (balance) => ({
			title: { kk: 'Нөмірлер', ru: 'Номера' },
			blocks: [{ type: 'tally', rows: numbersRows(balance) }]
		})),
		...input.papers.map((balance): Section => ({
			title: PAPERS[balance.paper],
			blocks: [{ type: 'tally', rows: papersRows(balance) }, ...storage(balance, input.words?.keptAt ?? '')]
		})),
		...when(results, ({ came, handedOut, left }) => ({
			title: PAPERS.result,
			blocks: [
				{
					type: 'note',
					arrangement: 'line',
					text: {
						kk: `Беруге түсті: ${came}. Берілді: ${handedOut}. Қалды: ${left}`,
						ru: `Поступило на выдачу: ${came}. Выдано: ${handedOut}. Осталось: ${left}`
					}
				}
			]
		})),
		...when(open, (left) => ({
			title: OPEN.title,
			blocks: openBlocks(left, input)
		})),
		...whenAny(input.slots, (slots) => ({
			title: PARTS.slots,
			blocks: [{ type: 'tally', rows: slotRows(slots) }]
		})),
		...whenAny([...closingText(input), ...tabled(input.explanations)], (blocks) => ({
			title: { kk: 'Түсіндірмелер', ru: 'Пояснения' },
			blocks
		})),
		...whenAny(input.late, (late) => ({
			title: PARTS.late,
			blocks: [lateArrivals(late)]
		})),
		...whenAny(input.silent, (silent) => ({
			title: PARTS.silent,
			blocks: [silentDevices(silent)]
		})),
		...whenAny(input.covers, (covers) => ({
			title: PARTS.covers,
			blocks: coveredJournals(covers, input.of === 'day' ? input.registry : null)
		}))
	];
}

function numbered(list: readonly Section[]): readonly Block[] {
	return list.flatMap(({ title, blocks }, index): Block[] => [
		{ type: 'heading', level: 2, text: { kk: `${index + 1}. ${title.kk}`, ru: title.ru } },
		...blocks
	]);
}

/** Where papers are kept overnight. */
function storage({ paper, left }: PapersAccount, keptAt: string): readonly Block[] {
	if (left === 0 || paper === 'result') return [];
	if (keptAt !== '') return [fieldInLine({ kk: 'Сақтау орны', ru: 'Место хранения' }, keptAt)];
	return [{ type: 'blank', label: { kk: 'Сақтау орны, сейф №', ru: 'Место хранения, сейф №' } }];
}

function openBlocks(
	{ parked, elsewhere, discrepancies }: NonNullable<ClosingSheetInput['open']>,
	{ numbers }: ClosingSheetInput
): readonly Block[] {
	const accepted: readonly Block[] =
		numbers === null || numbers.waiting === 0
			? []
			: [{ type: 'blank', label: { kk: 'Жіберілмегенін қабылдаған', ru: 'Непереданное принято' } }];
	return [
		{
			type: 'tally',
			rows: [row(OPEN.parked, parked, parkedRemark(parked, elsewhere)), row(OPEN.unexplained, discrepancies)]
		},
		...accepted
	];
}

function parkedRemark(parked: number, elsewhere: readonly Bilingual[]): Bilingual | null {
	const tomorrow = parked === 0 ? [] : [{ kk: 'ертеңге', ru: 'на завтра' }];
	const told = [...tomorrow, ...elsewhere];
	if (told.length === 0) return null;
	return { kk: told.map(({ kk }) => kk).join('; '), ru: told.map(({ ru }) => ru).join('; ') };
}

/** The text of the person closing, above the explanations of others. */
function closingText({ words, responsible }: ClosingSheetInput): readonly Block[] {
	if (!words || words.text === '') return [];
	return [fieldInLine({ kk: 'Жабу кезінде', ru: 'При закрытии' }, `${words.text} (${responsible.name})`)];
}

const tabled = (list: readonly Explanation[]): readonly Block[] => (list.length === 0 ? [] : [explained(list)]);

function explained(list: readonly Explanation[]): TableBlock {
	const what = ({ number, what: name }: Explanation): PaperText =>
		number === null ? name : { kk: `${formatNumber(number)}\n${name.kk}`, ru: name.ru };
	return {
		type: 'table',
		columns: [
			{ label: { kk: 'Не болды', ru: 'Что случилось' }, width: 62, align: 'start' },
			{ label: { kk: 'Түсіндірме', ru: 'Пояснение' }, width: 'fill', align: 'start' },
			{ label: { kk: 'Кім түсіндірді', ru: 'Кто пояснил' }, width: 36, align: 'start' }
		],
		rows: list.map((one) => [what(one), one.text, one.by])
	};
}

function when<T>(value: T | null, build: (value: T) => Section): readonly Section[] {
	return value === null ? [] : [build(value)];
}

function whenAny<T>(list: readonly T[], build: (list: readonly T[]) => Section): readonly Section[] {
	return list.length === 0 ? [] : [build(list)];
}
