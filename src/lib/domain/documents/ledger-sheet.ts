import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { fieldInLine } from './fields.ts';
import { numberWords } from './number-words.ts';
import { shortDate } from './paper-dates.ts';
import { type Bilingual, type NoteBlock, type PaperModel, type PaperText, type TableBlock } from './paper-model.ts';
import { capitalised, REFUSAL } from './paper-words.ts';
import { standingMarks, printFooter, type PrintRun } from './print-run.ts';

/** Outcome of a recorded result; days are `YYYY-MM-DD`. */
export type LedgerFate =
	| { readonly kind: 'waiting' }
	| { readonly kind: 'sentToCenter'; readonly on: string }
	| { readonly kind: 'handedOut'; readonly on: string }
	/** The entry was struck out; its number is never reused. */
	| { readonly kind: 'annulled'; readonly on: string };

export type LedgerRow = {
	/** Number of the entry, as it is written in the book. */
	readonly entry: string;
	/** `YYYY-MM-DD`. */
	readonly recordedOn: string;
	readonly number: PaperNumber;
	readonly applicant: string;
	readonly decision: 'notice' | 'refusal';
	/** Surname and initials; «м.а. · и.о.» is part of the name of an acting head. */
	readonly executor: string;
	readonly signedBy: string;
	readonly fate: LedgerFate;
};

export type LedgerSheetInput = {
	readonly body: Bilingual;
	/** The book's own name, with its service. */
	readonly ledger: Bilingual;
	/** The regulation's name of the paper of a granted service. */
	readonly paper: Bilingual;
	/** First and last day of the sheet, `YYYY-MM-DD`. */
	readonly from: string;
	readonly to: string;
	/** In the order of the book. */
	readonly rows: readonly LedgerRow[];
	readonly keptBy: { readonly role: Bilingual; readonly name: string };
	readonly run: PrintRun;
};

const FATES: Readonly<Record<LedgerFate['kind'], Bilingual>> = {
	waiting: { kk: 'Беруге дайын', ru: 'Готово к выдаче' },
	sentToCenter: { kk: 'Орталыққа жөнелтілді', ru: 'Отправлено в Центр' },
	handedOut: { kk: 'Берілді', ru: 'Выдано' },
	annulled: { kk: 'Күші жойылды', ru: 'Аннулировано' }
};

/** The ledger (есепке алу кітабы) of one service in a body, a month of it, A4 landscape. */
export function ledgerSheet(input: LedgerSheetInput): PaperModel {
	return {
		kind: 'ledger-sheet',
		format: 'A4-landscape',
		title: input.ledger,
		number: null,
		codes: {},
		pageCount: true,
		training: input.run.training,
		blocks: [
			{ type: 'letterhead', name: input.body, lines: [], marks: standingMarks(input.run) },
			{ type: 'heading', level: 1, text: input.ledger },
			fieldInLine({ kk: 'Кезеңі', ru: 'Период' }, `${shortDate(input.from)} – ${shortDate(input.to)}`),
			entries(input),
			totals(input),
			{
				type: 'signatures',
				parties: [{ role: input.keptBy.role, name: input.keptBy.name, detail: null, lines: ['signature', 'date-time'] }]
			},
			printFooter(input.run)
		]
	};
}

function entries({ rows, paper }: LedgerSheetInput): TableBlock {
	return {
		type: 'table',
		columns: [
			{
				label: { kk: 'Кітаптағы нөмірі мен күні', ru: 'Номер и дата по книге' },
				width: 29,
				align: 'start',
				strong: true
			},
			{
				label: {
					kk: 'Өтініш нөмірі, тұтынушының тегі, аты, әкесінің аты',
					ru: 'Номер заявления, фамилия, имя, отчество потребителя'
				},
				width: 'fill',
				align: 'start',
				strong: true
			},
			{ label: { kk: 'Нәтиженің түрі', ru: 'Вид результата' }, width: 43, align: 'start' },
			{ label: { kk: 'Орындаушы', ru: 'Исполнитель' }, width: 34, align: 'start' },
			{ label: { kk: 'Қол қойған', ru: 'Кем подписано' }, width: 34, align: 'start' },
			{
				label: { kk: 'Берілді немесе Орталыққа жөнелтілді', ru: 'Выдано или отправлено в Центр' },
				width: 54,
				align: 'start'
			}
		],
		rows: rows.map((row) => [
			`${row.entry}\n${shortDate(row.recordedOn)}`,
			`${formatNumber(row.number)}\n${row.applicant}`,
			capitalised(row.decision === 'refusal' ? REFUSAL : paper),
			row.executor,
			row.signedBy,
			fateText(row.fate)
		])
	};
}

function fateText(fate: LedgerFate): PaperText {
	const words = FATES[fate.kind];
	return fate.kind === 'waiting' ? words : { kk: `${shortDate(fate.on)}\n${words.kk}`, ru: words.ru };
}

/** A struck-out entry keeps its line and counts as an entry, but not as a decision. */
function totals({ rows, paper }: LedgerSheetInput): NoteBlock {
	const live = rows.filter(({ fate }) => fate.kind !== 'annulled');
	const refusals = live.filter(({ decision }) => decision === 'refusal').length;
	const words = numberWords(rows.length);
	const parts: readonly (readonly [Bilingual, number])[] = [
		[capitalised(paper), live.length - refusals],
		[capitalised(REFUSAL), refusals],
		...(['handedOut', 'sentToCenter', 'waiting', 'annulled'] as const).map(
			(kind) => [FATES[kind], rows.filter(({ fate }) => fate.kind === kind).length] as const
		)
	];
	const listed = (lang: 'kk' | 'ru') => parts.map(([name, count]) => `${name[lang]}: ${count}`).join('. ');
	return {
		type: 'note',
		arrangement: 'lines',
		text: {
			kk: `Барлығы: жазба ${rows.length} (${words.kk}). ${listed('kk')}`,
			ru: `Итого: записей ${rows.length} (${words.ru}). ${listed('ru')}`
		}
	};
}
