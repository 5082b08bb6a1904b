import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { numberWords } from './number-words.ts';
import { shortDate } from './paper-dates.ts';
import { type Bilingual, type NoteBlock, type PaperModel, type TableBlock } from './paper-model.ts';
import { CONSUMER_NAME, MARK, REMARK, ROW_NUMBER, SERVICE_COLUMN, SHEETS } from './paper-words.ts';
import { type RegisterFrame, registerPaper } from './register-parts.ts';

export type ResultRegisterRow = {
	readonly number: PaperNumber;
	readonly applicant: string;
	/** Number of the service; null where it is not known here. */
	readonly service: number | null;
	/** The regulation's name of the paper, or the refusal. */
	readonly result: Bilingual;
	/** Number and date (`YYYY-MM-DD`) in the body's book. */
	readonly bookNumber: string;
	readonly bookDate: string;
	readonly sheets: number;
};

export type ResultRegisterSheetInput = RegisterFrame & {
	readonly rows: readonly ResultRegisterRow[];
};

const TITLE: Bilingual = {
	kk: 'Нәтижелерді Орталыққа жөнелту тізілімі',
	ru: 'Реестр отправки результатов в Центр'
};

/** The register of results on their way from the body to the Center, A4 landscape. */
export function resultRegisterSheet(input: ResultRegisterSheetInput): PaperModel {
	return registerPaper(input, {
		kind: 'result-register-sheet',
		title: TITLE,
		ofDay: null,
		table: resultTable(input.rows),
		totals: resultTotals(input.rows),
		senderRole: { kk: 'кеңсе қызметкері', ru: 'сотрудник канцелярии' },
		extras: { kk: 'Артық немесе тізілімсіз нәтижелер', ru: 'Лишние или без реестра' }
	});
}

function resultTable(rows: readonly ResultRegisterRow[]): TableBlock {
	return {
		type: 'table',
		columns: [
			{ label: ROW_NUMBER, width: 14, align: 'end' },
			{ label: { kk: 'Нәтиженің нөмірі', ru: 'Номер результата' }, width: 50, align: 'start', strong: true },
			{ label: CONSUMER_NAME, width: 'fill', align: 'start' },
			{ label: SERVICE_COLUMN, width: 19, align: 'center' },
			{ label: { kk: 'Нәтиженің түрі', ru: 'Вид результата' }, width: 45, align: 'start' },
			{ label: { kk: 'Кітаптағы нөмірі мен күні', ru: 'Номер и дата по книге' }, width: 32, align: 'start' },
			{ label: SHEETS, width: 18, align: 'center' },
			{ label: MARK, width: 22, align: 'center' },
			{ label: REMARK, width: 22, align: 'start' }
		],
		rows: rows.map((row, index) => [
			String(index + 1),
			formatNumber(row.number),
			row.applicant,
			row.service === null ? '?' : String(row.service),
			row.result,
			`${row.bookNumber}\n${shortDate(row.bookDate)}`,
			String(row.sheets),
			{ boxes: 3 },
			{ empty: true }
		])
	};
}

function resultTotals(rows: readonly ResultRegisterRow[]): NoteBlock {
	const words = numberWords(rows.length);
	const sheets = rows.reduce((sum, row) => sum + row.sheets, 0);
	return {
		type: 'note',
		arrangement: 'line',
		text: {
			kk: `Барлығы: нәтиже ${rows.length} (${words.kk}), парақ ${sheets}`,
			ru: `Итого: результатов ${rows.length} (${words.ru}), листов ${sheets}`
		}
	};
}
