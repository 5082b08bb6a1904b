import { formatNumber, type PaperNumber } from '../number/paper-number';
import { numberWords } from './number-words';
import { type LocalMoment, shortDate } from './paper-dates';
import { type Bilingual, type NoteBlock, type PaperModel, type TableBlock } from './paper-model';
import {
	APPLICATION_NUMBER,
	CONSUMER_NAME,
	MARK,
	REMARK,
	RESULT_KINDS,
	type ResultKind,
	ROW_NUMBER,
	SERVICE_COLUMN,
	SHEETS
} from './paper-words';
import { marksBlock, printFooter, type PrintRun } from './print-run';
import { ARRIVAL_BOXES, registerFoot, registerHead } from './register-parts';

export type ResultRegisterRow = {
	readonly number: PaperNumber;
	readonly applicant: string;
	/** 1..8. */
	readonly service: number;
	readonly result: ResultKind;
	/** Number and date (`YYYY-MM-DD`) in the body's book. */
	readonly bookNumber: string;
	readonly bookDate: string;
	readonly sheets: number;
};

export type ResultRegisterSheetInput = {
	readonly number: PaperNumber;
	readonly from: Bilingual;
	readonly to: Bilingual;
	readonly compiledAt: LocalMoment;
	readonly compiledBy: string;
	readonly courier: string | null;
	readonly rows: readonly ResultRegisterRow[];
	readonly run: PrintRun;
};

const TITLE: Bilingual = {
	kk: 'Нәтижелерді Орталыққа жөнелту тізілімі',
	ru: 'Реестр отправки результатов в Центр'
};

/** The register of results on their way from the body to the Center, A4 landscape. */
export function resultRegisterSheet(input: ResultRegisterSheetInput): PaperModel {
	return {
		kind: 'result-register-sheet',
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
			...registerHead({ ...input, ofDay: null }),
			resultTable(input.rows),
			ARRIVAL_BOXES,
			resultTotals(input.rows),
			...registerFoot(
				{ name: input.compiledBy, role: { kk: 'кеңсе қызметкері', ru: 'сотрудник канцелярии' } },
				input.courier,
				{
					kk: 'Артық немесе тізілімсіз нәтижелер',
					ru: 'Лишние или без реестра'
				}
			),
			printFooter(input.run)
		]
	};
}

function resultTable(rows: readonly ResultRegisterRow[]): TableBlock {
	return {
		type: 'table',
		columns: [
			{ label: ROW_NUMBER, width: 14, align: 'end' },
			{ label: APPLICATION_NUMBER, width: 50, align: 'start', strong: true },
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
			String(row.service),
			RESULT_KINDS[row.result],
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
