import { formatNumber, type PaperNumber } from '../number/paper-number';
import { packetTotals } from './packet-totals';
import { type LocalMoment, shortDate } from './paper-dates';
import { type Bilingual, type PaperModel, type TableBlock } from './paper-model';
import {
	COLLECTION_INSPECTOR,
	CONSUMER_NAME,
	DOCUMENTS_AND_SHEETS,
	DUE,
	KNOWN_BY_NUMBER,
	MARK,
	REMARK,
	ROW_NUMBER,
	SERVICE_COLUMN
} from './paper-words';
import { marksBlock, printFooter, type PrintRun } from './print-run';
import { ARRIVAL_BOXES, registerFoot, registerHead } from './register-parts';

export type RegisterRow = {
	readonly number: PaperNumber;
	/** All that follows is null for a packet known by its number only. */
	readonly acceptedOn: string | null;
	readonly applicant: string | null;
	/** 1..8. */
	readonly service: number | null;
	readonly documents: number | null;
	readonly sheets: number | null;
	/** `YYYY-MM-DD`, or null where no total term is known. */
	readonly dueOn: string | null;
};

export type RegisterSheetInput = {
	readonly number: PaperNumber;
	readonly from: Bilingual;
	readonly to: Bilingual;
	readonly compiledAt: LocalMoment;
	readonly ofDay: { readonly count: number; readonly least: number };
	readonly compiledBy: string;
	readonly courier: string | null;
	readonly rows: readonly RegisterRow[];
	readonly run: PrintRun;
};

const TITLE: Bilingual = {
	kk: 'Құжаттар пакеттерін жөнелту тізілімі',
	ru: 'Реестр отправки пакетов документов'
};

/**
 * The register of a dispatch, A4 landscape, two copies: one stays with the body, one comes back signed.
 * Once dispatched it is never changed; a straggler gets the next one.
 */
export function registerSheet(input: RegisterSheetInput): PaperModel {
	return {
		kind: 'register-sheet',
		format: 'A4-landscape',
		title: TITLE,
		number: input.number,
		codes: { code128: input.number },
		pageCount: true,
		training: input.run.training,
		blocks: [
			{ type: 'heading', level: 1, text: TITLE },
			...marksBlock(input.run),
			{ type: 'number', label: { kk: 'Тізілім нөмірі', ru: 'Номер реестра' }, grouped: formatNumber(input.number) },
			...registerHead(input),
			packetTable(input.rows),
			ARRIVAL_BOXES,
			packetTotals(input.rows),
			...registerFoot({ name: input.compiledBy, role: COLLECTION_INSPECTOR }, input.courier, {
				kk: 'Артық немесе тізілімсіз пакеттер',
				ru: 'Лишние или без реестра'
			}),
			printFooter(input.run)
		]
	};
}

function packetTable(rows: readonly RegisterRow[]): TableBlock {
	return {
		type: 'table',
		columns: [
			{ label: ROW_NUMBER, width: 14, align: 'end' },
			{
				label: { kk: 'Өтініш нөмірі, қабылданған күні', ru: 'Номер заявления, дата приёма' },
				width: 50,
				align: 'start',
				strong: true
			},
			{ label: CONSUMER_NAME, width: 'fill', align: 'start' },
			{ label: SERVICE_COLUMN, width: 20, align: 'center' },
			{ label: DOCUMENTS_AND_SHEETS, width: 24, align: 'center' },
			{ label: DUE, width: 27, align: 'start' },
			{ label: MARK, width: 24, align: 'center' },
			{ label: REMARK, width: 26, align: 'start' }
		],
		rows: rows.map((row, index) => [
			String(index + 1),
			row.acceptedOn === null ? formatNumber(row.number) : `${formatNumber(row.number)}\n${shortDate(row.acceptedOn)}`,
			row.applicant ?? KNOWN_BY_NUMBER,
			row.service === null ? '?' : String(row.service),
			`${row.documents ?? '?'} / ${row.sheets ?? '?'}`,
			row.dueOn === null ? '—' : shortDate(row.dueOn),
			{ boxes: 3 },
			{ empty: true }
		])
	};
}
