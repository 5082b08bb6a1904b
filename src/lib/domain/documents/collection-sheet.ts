import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { fieldInLine } from './fields.ts';
import { clockTime, type LocalMoment, shortMoment } from './paper-dates.ts';
import { type Bilingual, type PaperModel } from './paper-model.ts';
import {
	APPLICATION_NUMBER,
	COLLECTION_INSPECTOR,
	DOCUMENTS_AND_SHEETS,
	HANDING_SIDE,
	KNOWN_BY_NUMBER,
	REMARK,
	ROW_NUMBER,
	SERVICE_COLUMN,
	TAKING_SIDE,
	windowName
} from './paper-words.ts';
import { standingMarks, printFooter, type PrintRun } from './print-run.ts';
import { packetTotals } from './packet-totals.ts';

export type CollectionSheetInput = {
	readonly center: Bilingual;
	readonly window: number;
	/** Minutes since midnight of this round's slot; null for a round outside the slots. */
	readonly slot: number | null;
	readonly collectedAt: LocalMoment;
	readonly handedBy: string;
	readonly collectedBy: string;
	readonly rows: readonly {
		readonly number: PaperNumber;
		/** Number of the service; null for a packet known by its number only, and for a service that is not known here. */
		readonly service: number | null;
		readonly documents: number | null;
		readonly sheets: number | null;
	}[];
	readonly run: PrintRun;
};

const TITLE: Bilingual = { kk: 'Пакеттерді жинау парағы', ru: 'Лист сбора пакетов' };
const COLLECTED: Bilingual = { kk: 'Жиналған уақыты', ru: 'Время сбора' };

/** Signed by both inspectors when a window's packets are collected without a PIN on the device. */
export function collectionSheet(input: CollectionSheetInput): PaperModel {
	const slot = input.slot === null ? '—' : clockTime(input.slot);
	return {
		kind: 'collection-sheet',
		format: 'A4',
		title: TITLE,
		number: null,
		codes: {},
		pageCount: true,
		training: input.run.training,
		blocks: [
			{ type: 'letterhead', name: input.center, lines: [windowName(input.window)], marks: standingMarks(input.run) },
			{ type: 'heading', level: 1, text: TITLE },
			fieldInLine(COLLECTED, shortMoment(input.collectedAt)),
			fieldInLine({ kk: 'Жинау', ru: 'Сбор' }, slot),
			{
				type: 'table',
				columns: [
					{ label: ROW_NUMBER, width: 14, align: 'end' },
					{ label: APPLICATION_NUMBER, width: 52, align: 'start', strong: true },
					{ label: SERVICE_COLUMN, width: 22, align: 'center' },
					{ label: DOCUMENTS_AND_SHEETS, width: 32, align: 'center' },
					{ label: REMARK, width: 'fill', align: 'start' }
				],
				rows: input.rows.map((row, index) => [
					String(index + 1),
					formatNumber(row.number),
					row.service === null ? '?' : String(row.service),
					`${row.documents ?? '?'} / ${row.sheets ?? '?'}`,
					row.documents === null ? KNOWN_BY_NUMBER : { empty: true }
				])
			},
			packetTotals(input.rows),
			{
				type: 'signatures',
				parties: [
					{
						role: HANDING_SIDE,
						name: input.handedBy,
						detail: {
							kk: `Орталықтың инспекторы, ${windowName(input.window).kk}`,
							ru: `инспектор Центра, ${windowName(input.window).ru}`
						},
						lines: ['signature', 'date-time']
					},
					{
						role: TAKING_SIDE,
						name: input.collectedBy,
						detail: COLLECTION_INSPECTOR,
						lines: ['signature', 'date-time']
					}
				]
			},
			printFooter(input.run)
		]
	};
}
