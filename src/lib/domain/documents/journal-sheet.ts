import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { fieldInLine } from './fields.ts';
import { packetTotals } from './packet-totals.ts';
import { clockTime, shortDate } from './paper-dates.ts';
import { type Bilingual, type PaperModel } from './paper-model.ts';
import { CONSUMER_NAME, DOCUMENTS_AND_SHEETS, ROW_NUMBER, SERVICE_COLUMN } from './paper-words.ts';
import { standingMarks, printFooter, type PrintRun } from './print-run.ts';

export type JournalRow = {
	readonly number: PaperNumber;
	/** `YYYY-MM-DD` and minutes since midnight. */
	readonly acceptedOn: string;
	readonly acceptedAtMinutes: number;
	readonly applicant: string;
	/** Number of the service; null where it is not known here. */
	readonly service: number | null;
	readonly documents: number;
	readonly sheets: number;
	readonly inspector: string;
	readonly window: number | string;
	/** Who collected the packet, if signed for on the device; null leaves space to sign by hand. */
	readonly collectedBy: string | null;
};

export type JournalSheetInput = {
	readonly center: Bilingual;
	/** First and last day of the sheet, `YYYY-MM-DD`. */
	readonly from: string;
	readonly to: string;
	readonly rows: readonly JournalRow[];
	readonly run: PrintRun;
};

const TITLE: Bilingual = { kk: 'Тіркеу журналы', ru: 'Журнал регистрации' };

/**
 * The Center's journal of registration. Its last column is where the collection unit's inspector signs for a packet
 * («Журналға қол қою», table 1, action 2).
 */
export function journalSheet(input: JournalSheetInput): PaperModel {
	const days = input.from === input.to ? shortDate(input.from) : `${shortDate(input.from)} – ${shortDate(input.to)}`;
	return {
		kind: 'journal-sheet',
		format: 'A4-landscape',
		title: TITLE,
		number: null,
		codes: {},
		pageCount: true,
		training: input.run.training,
		blocks: [
			{ type: 'letterhead', name: input.center, lines: [], marks: standingMarks(input.run) },
			{ type: 'heading', level: 1, text: TITLE },
			fieldInLine({ kk: 'Күні', ru: 'Дата' }, days),
			{
				type: 'table',
				rowHeight: 9,
				columns: [
					{ label: ROW_NUMBER, width: 14, align: 'end' },
					{
						label: { kk: 'Өтініштің нөмірі мен қабылданған күні', ru: 'Номер и дата приёма заявления' },
						width: 50,
						align: 'start',
						strong: true
					},
					{ label: CONSUMER_NAME, width: 'fill', align: 'start' },
					{ label: SERVICE_COLUMN, width: 20, align: 'center' },
					{ label: DOCUMENTS_AND_SHEETS, width: 24, align: 'center' },
					{ label: { kk: 'Инспектор, терезе', ru: 'Инспектор, окно' }, width: 44, align: 'start' },
					{ label: { kk: 'Журналға қол қою', ru: 'Подпись в журнале' }, width: 46, align: 'start' }
				],
				rows: input.rows.map((row, index) => [
					String(index + 1),
					`${formatNumber(row.number)}\n${shortDate(row.acceptedOn)}, ${clockTime(row.acceptedAtMinutes)}`,
					row.applicant,
					row.service === null ? '?' : String(row.service),
					`${row.documents} / ${row.sheets}`,
					`${row.inspector}, ${row.window}`,
					row.collectedBy ?? { empty: true }
				])
			},
			packetTotals(input.rows),
			printFooter(input.run)
		]
	};
}
