import { maskIin } from '../number/iin.ts';
import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { receiptQr } from './code-payloads.ts';
import { fieldBelow, fieldBeside, fieldInLine } from './fields.ts';
import { dateWithWeekday, type LocalMoment, momentWithWeekday } from './paper-dates.ts';
import {
	type Bilingual,
	type Block,
	type FieldBlock,
	type Labelled,
	type NoteBlock,
	type PaperModel,
	type PaperText,
	type TableBlock
} from './paper-model.ts';
import { APPLICATION_NUMBER, inline, SHEETS, windowName } from './paper-words.ts';
import { standingMarks, type PaperHistory, printFooter, type PrintRun } from './print-run.ts';

/** An attached document as listed on the receipt. */
export type ReceiptDocument = {
	/** As typed by the inspector, or from the catalogue in both languages. */
	readonly name: PaperText;
	readonly form: 'original' | 'copy';
	readonly sheets: number;
	/** The name comes from example data, not from the Standard. */
	readonly example: boolean;
};

export type ReceiptInput = {
	readonly number: PaperNumber;
	/** Hash of the acceptance fact, as text. */
	readonly factHash: string;
	readonly acceptedAt: LocalMoment;
	readonly center: {
		readonly name: Bilingual;
		readonly address: string;
		readonly phone: string;
		/** Only if in the Center's data: the resolution has none. */
		readonly hours: string | null;
	};
	readonly applicant: {
		readonly fullName: string;
		/** Twelve digits, or null for a person without an IIN. */
		readonly iin: string | null;
		/** The other identity document, where there is no IIN. */
		readonly identityDocument: string | null;
	};
	/** `kind`: by law or by a power of attorney; `basis`: the paper that proves it. */
	readonly representative: { readonly fullName: string; readonly kind: Bilingual; readonly basis: string } | null;
	readonly service: Bilingual;
	readonly documents: readonly ReceiptDocument[];
	/** `YYYY-MM-DD`; null unless the regulation's data contain a total term with its source. */
	readonly dueOn: string | null;
	readonly inspector: { readonly fullName: string; readonly window: number };
	readonly history: PaperHistory;
	readonly run: PrintRun;
};

const TITLE: Bilingual = {
	kk: 'Тиісті құжаттардың қабылданғаны туралы қолхат',
	ru: 'Расписка о приёме соответствующих документов'
};

const ATTACHED: Bilingual = {
	kk: 'Қоса берілген құжаттардың саны мен атауы',
	ru: 'Количество и названия приложенных документов'
};

const FORMS: Readonly<Record<ReceiptDocument['form'], Bilingual>> = {
	original: { kk: 'түпнұсқа', ru: 'оригинал' },
	copy: { kk: 'көшірме', ru: 'копия' }
};

/** With more lines between the number and the frame a receipt is dense, so that twelve documents fit on one page. */
const MOST_LINES = 8;
/** Letters of a name that always fit in a line of the list. */
const NAME_LETTERS = 42;

/** Lines of the documents' names, in both languages, and of the representative. */
function linesOf({ documents, representative }: ReceiptInput): number {
	const lines = (text: string) => Math.ceil(text.length / NAME_LETTERS);
	const names = documents.map(({ name }) => (typeof name === 'string' ? lines(name) : lines(name.kk) + lines(name.ru)));
	return names.reduce((sum, count) => sum + count, representative === null ? 1 : 3);
}

/**
 * The receipt of a Center. Paragraph 13 of the regulations asks for: number and date of acceptance, kind of service, number and
 * names of the attached documents, the inspector's surname, first name and patronymic. The rest serves the applicant; only the last
 * four digits of the IIN are printed, because the paper may be left lying about.
 */
export function receipt(input: ReceiptInput): PaperModel {
	const dense = linesOf(input) > MOST_LINES;
	return {
		kind: 'receipt',
		format: dense ? 'A4-dense' : 'A4',
		title: TITLE,
		number: input.number,
		codes: { code128: input.number, qr: receiptQr(input.number, input.factHash) },
		pageCount: true,
		training: input.run.training,
		blocks: [
			letterhead(input.center, standingMarks(input.run, input.history)),
			{ type: 'heading', level: 1, text: TITLE },
			{ type: 'number', label: APPLICATION_NUMBER, grouped: formatNumber(input.number) },
			fieldBeside({ kk: 'Қабылданған күні', ru: 'Дата приёма' }, momentWithWeekday(input.acceptedAt)),
			...applicantFields(input, dense),
			fieldBelow(
				{ kk: 'Сұралып отырған мемлекеттік қызметтің түрі', ru: 'Вид запрашиваемой государственной услуги' },
				input.service
			),
			...(dense ? [] : [{ type: 'heading', level: 2, text: ATTACHED } as const]),
			documentTable(input.documents, dense),
			documentTotals(input.documents),
			{ type: 'frame', blocks: collectionAdvice(input.dueOn) },
			inspectorBlock(input.inspector),
			...whereToAsk(input.center.phone),
			printFooter(input.run)
		]
	};
}

function letterhead(center: ReceiptInput['center'], marks: readonly Bilingual[]): Block {
	const contact = center.phone === '' ? center.address : `${center.address} · тел. ${center.phone}`;
	const hours: readonly Labelled[] =
		center.hours === null ? [] : [{ label: { kk: 'Жұмыс уақыты', ru: 'Часы работы' }, value: center.hours }];
	return { type: 'letterhead', name: center.name, lines: [contact, ...hours], marks };
}

/** The state of an application is available by telephone; no terminal in a hall is promised. */
function whereToAsk(phone: string): readonly FieldBlock[] {
	if (phone === '') return [];
	return [fieldInLine({ kk: 'Өтініш қай кезеңде екенін білу', ru: 'Узнать этап рассмотрения' }, `тел. ${phone}`)];
}

function applicantFields({ applicant, representative }: ReceiptInput, dense: boolean): readonly Block[] {
	const known =
		applicant.iin !== null
			? `ЖСН · ИИН: ${maskIin(applicant.iin)}`
			: (applicant.identityDocument ?? 'ЖСН жоқ · ИИН нет');
	const by: readonly Block[] =
		representative === null && dense
			? []
			: [
					fieldBeside(
						{ kk: 'Өкіл (сенімхат)', ru: 'Представитель (доверенность)' },
						representative === null
							? '—'
							: `${representative.fullName}\n${inline(representative.kind)}: ${representative.basis}`
					)
				];
	return [
		fieldBeside({ kk: 'Тұтынушы (өтініш беруші)', ru: 'Потребитель (заявитель)' }, `${applicant.fullName}\n${known}`),
		...by
	];
}

function documentTable(documents: readonly ReceiptDocument[], dense: boolean): TableBlock {
	return {
		type: 'table',
		small: dense,
		columns: [
			{ label: { kk: '№', ru: '№' }, width: 8, align: 'end' },
			{ label: dense ? ATTACHED : { kk: 'Атауы', ru: 'Наименование' }, width: 'fill', align: 'start' },
			{ label: { kk: 'Түрі', ru: 'Вид' }, width: dense ? 37 : 46, align: 'start' },
			{ label: SHEETS, width: dense ? 14 : 17, align: 'end' }
		],
		rows: documents.map((document, index) => [
			String(index + 1),
			document.example ? starred(document.name) : document.name,
			inline(FORMS[document.form]),
			String(document.sheets)
		])
	};
}

/** One sign in the row and one line below: the full text in every row would push the receipt to a second page. */
function starred(name: PaperText): PaperText {
	return typeof name === 'string' ? `${name} *` : { kk: `${name.kk} *`, ru: `${name.ru} *` };
}

function documentTotals(documents: readonly ReceiptDocument[]): NoteBlock {
	const sheets = documents.reduce((sum, document) => sum + document.sheets, 0);
	const example = documents.some((document) => document.example);
	return {
		type: 'note',
		arrangement: 'line',
		text: {
			kk: `Құжат: ${documents.length}. Парақ: ${sheets}${example ? '. * – мысал' : ''}`,
			ru: `Документов: ${documents.length}. Листов: ${sheets}${example ? '. * – пример' : ''}`
		}
	};
}

function collectionAdvice(dueOn: string | null): readonly (FieldBlock | NoteBlock)[] {
	const due: readonly FieldBlock[] =
		dueOn === null
			? []
			: [
					{
						type: 'field',
						label: { kk: 'Нәтиже беру мерзімі', ru: 'Срок выдачи результата' },
						value: dateWithWeekday(dueOn),
						weight: 'due',
						place: 'beside'
					}
				];
	return [
		...due,
		fieldInLine({ kk: 'Беру орны', ru: 'Место выдачи' }, { kk: 'осы Орталық', ru: 'этот Центр' }),
		{
			type: 'note',
			arrangement: 'lines',
			text: {
				kk: 'Ала келіңіз: қолхат, жеке басты куәландыратын құжат',
				ru: 'Возьмите с собой: расписку, документ, удостоверяющий личность'
			}
		}
	];
}

function inspectorBlock({ fullName, window }: ReceiptInput['inspector']): Block {
	return {
		type: 'signatures',
		parties: [
			{
				role: {
					kk: 'Құжаттарды ресімдеуге өтінішті қабылдаған жауапты инспектор',
					ru: 'Ответственный инспектор, принявший заявление на оформление документов'
				},
				name: fullName,
				detail: windowName(window),
				lines: ['signature']
			}
		]
	};
}
