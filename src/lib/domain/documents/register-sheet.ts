import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { packetTotals } from './packet-totals.ts';
import { shortDate } from './paper-dates.ts';
import { type Bilingual, type PaperModel, type TableBlock } from './paper-model.ts';
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
} from './paper-words.ts';
import { type RegisterFrame, registerPaper } from './register-parts.ts';

export type RegisterSheetRow = {
	readonly number: PaperNumber;
	/** All following fields are null for a packet known by its number only. */
	readonly acceptedOn: string | null;
	readonly applicant: string | null;
	/** Number of the service; null for a packet known by its number only, and for a service that is not known here. */
	readonly service: number | null;
	readonly documents: number | null;
	readonly sheets: number | null;
	/** `YYYY-MM-DD`, or null where no total term is known. */
	readonly dueOn: string | null;
};

export type RegisterSheetInput = RegisterFrame & {
	readonly ofDay: { readonly count: number; readonly least: number };
	readonly rows: readonly RegisterSheetRow[];
};

const TITLE: Bilingual = {
	kk: 'Құжаттар пакеттерін жөнелту тізілімі',
	ru: 'Реестр отправки пакетов документов'
};

/**
 * The register of a dispatch, A4 landscape, two copies: one stays with the body, one comes back signed. Once dispatched it is never
 * changed; a late packet goes on the next one.
 */
export function registerSheet(input: RegisterSheetInput): PaperModel {
	return registerPaper(input, {
		kind: 'register-sheet',
		title: TITLE,
		ofDay: input.ofDay,
		table: packetTable(input.rows),
		totals: packetTotals(input.rows),
		senderRole: COLLECTION_INSPECTOR,
		extras: { kk: 'Артық немесе тізілімсіз пакеттер', ru: 'Лишние или без реестра' }
	});
}

function packetTable(rows: readonly RegisterSheetRow[]): TableBlock {
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
