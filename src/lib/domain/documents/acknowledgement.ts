import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { fieldInLine } from './fields.ts';
import { type Office, officeLetterhead } from './office-letterhead.ts';
import { type LocalMoment, shortDate, shortMoment } from './paper-dates.ts';
import { type Bilingual, type Block, type BoxesBlock, type PaperModel } from './paper-model.ts';
import { APPLICATION_NUMBER, inline, lowered, REFUSAL, SERVICE_KIND, windowName } from './paper-words.ts';
import { marksBlock, standingMarks, printFooter, type PrintRun } from './print-run.ts';

/** Who took the result. */
export type Recipient =
	| { readonly as: 'applicant'; readonly fullName: string }
	| { readonly as: 'legal-representative'; readonly fullName: string }
	| { readonly as: 'proxy'; readonly fullName: string; readonly proxyNumber: string; readonly proxyDate: string };

export type AcknowledgementInput = {
	readonly number: PaperNumber;
	/** The body that hands out the result of an application made there; absent at a Center's window. */
	readonly body?: Office;
	/** The working name of the service. */
	readonly serviceName: Bilingual;
	readonly result: {
		readonly kind: 'granted' | 'refusal';
		/** The regulation's name of the paper of a granted service: хабарлама, анықтама, жолдама. */
		readonly paper: Bilingual;
		readonly bookNumber: string;
		/** `YYYY-MM-DD`; null while the book's entry has not reached this device. */
		readonly bookDate: string | null;
		readonly sheets: number;
	};
	readonly recipient: Recipient;
	/** The applicant; printed where somebody else receives the result. */
	readonly applicant: string;
	/** Who signs for a recipient who cannot; null where the recipient signs. */
	readonly signer: string | null;
	readonly shownDocument: { readonly kind: Bilingual; readonly number: string };
	/** Originals that the applicant gets back. */
	readonly returned: { readonly documents: number; readonly sheets: number };
	readonly handedOutAt: LocalMoment;
	/** Window null at a counter without a number. */
	readonly inspector: { readonly name: string; readonly window: number | string | null };
	readonly run: PrintRun;
};

const TITLE: Bilingual = { kk: 'Нәтиженің алынғаны туралы қолхат', ru: 'Расписка в получении результата' };

/** What the applicant signs when the result is handed out: table 1, action 9. A5. */
export function acknowledgement(input: AcknowledgementInput): PaperModel {
	const { result, returned } = input;
	return {
		kind: 'acknowledgement',
		format: 'A5',
		title: TITLE,
		number: input.number,
		codes: { code128: input.number },
		pageCount: false,
		training: input.run.training,
		blocks: [
			...head(input),
			{ type: 'number', label: APPLICATION_NUMBER, grouped: formatNumber(input.number) },
			fieldInLine(SERVICE_KIND, inline(input.serviceName)),
			...resultBlocks(result),
			...recipientBlocks(input),
			fieldInLine(
				{ kk: 'Көрсетілген құжат', ru: 'Предъявлен документ' },
				`${inline(input.shownDocument.kind)}, № ${maskDocumentNumber(input.shownDocument.number)}`
			),
			fieldInLine(
				{ kk: 'Қайтарылған түпнұсқалар', ru: 'Возвращённые оригиналы' },
				returned.documents === 0 ? '—' : `${returned.documents} құжат · док., ${returned.sheets} парақ · л.`
			),
			...refusalNote(result.kind),
			receiverSignature(input),
			otherHand(input.signer),
			printFooter(input.run)
		]
	};
}

/** A body's paper begins with its letterhead, which carries the marks. */
function head({ body, run }: AcknowledgementInput): readonly Block[] {
	const title: Block = { type: 'heading', level: 1, text: TITLE };
	return body ? [officeLetterhead(body, standingMarks(run)), title] : [title, ...marksBlock(run)];
}

/** The last three characters are enough to find the document and too few to forge one. */
export function maskDocumentNumber(number: string): string {
	return `••••••\u00a0${number.replace(/\s/gu, '').slice(-3)}`;
}

/** Number and choice in two lines: with a body's letterhead, a proxy and a refusal the paper is full. */
function resultBlocks({ kind, paper, bookNumber, bookDate, sheets }: AcknowledgementInput['result']): readonly Block[] {
	return [
		fieldInLine(
			{ kk: 'Берілген нәтиже', ru: 'Выданный результат' },
			`№ ${bookNumber}, ${bookDate === null ? '—' : shortDate(bookDate)} · Парақ · Листов: ${sheets}`
		),
		boxes([
			{ text: lowered(paper), checked: kind === 'granted' },
			{ text: REFUSAL, checked: kind === 'refusal' }
		])
	];
}

function recipientBlocks({ recipient, applicant }: AcknowledgementInput): readonly Block[] {
	const proxy = recipient.as === 'proxy' ? ` № ${recipient.proxyNumber}, ${shortDate(recipient.proxyDate)}` : '';
	return [
		fieldInLine({ kk: 'Алушы', ru: 'Получатель' }, recipient.fullName),
		...(recipient.as === 'applicant' ? [] : [fieldInLine({ kk: 'Өтініш беруші', ru: 'Заявитель' }, applicant)]),
		boxes([
			{ text: { kk: 'өтініш беруші', ru: 'заявитель' }, checked: recipient.as === 'applicant' },
			{ text: { kk: 'заңды өкіл', ru: 'законный представитель' }, checked: recipient.as === 'legal-representative' },
			{ text: { kk: 'сенімхат бойынша', ru: `по доверенности${proxy}` }, checked: recipient.as === 'proxy' }
		])
	];
}

const boxes = (options: BoxesBlock['options']): BoxesBlock => ({ type: 'boxes', label: null, options });

/** A line for another person's signature, with the name where known. */
function otherHand(signer: string | null): Block {
	return signer === null
		? {
				type: 'blank',
				label: {
					kk: '□ Қол қоя алмағандықтан, өтініші бойынша қол қойған адам',
					ru: 'По просьбе получателя расписывается'
				}
			}
		: { type: 'blank', label: { kk: '■ Алушы үшін қол қоюшы', ru: 'За получателя расписывается' }, value: signer };
}

function refusalNote(kind: 'granted' | 'refusal'): readonly Block[] {
	if (kind !== 'refusal') return [];
	return [
		{
			type: 'note',
			arrangement: 'line',
			text: {
				kk: 'Бас тартудың негізі мен шағымдану тәртібі түсіндірілді.',
				ru: 'Основание отказа и порядок обжалования разъяснены.'
			}
		}
	];
}

function receiverSignature({ handedOutAt, inspector, body }: AcknowledgementInput): Block {
	return {
		type: 'signatures',
		parties: [
			{
				role: { kk: 'Нәтиже қолыма берілді.', ru: 'Результат мною получен.' },
				name: null,
				detail: { label: { kk: 'Күні, уақыты', ru: 'Дата, время' }, value: shortMoment(handedOutAt) },
				lines: ['signature']
			},
			{
				role: { kk: body ? 'Берген қызметкер' : 'Берген инспектор', ru: 'Выдача' },
				name: inspector.name,
				detail: inspector.window === null ? null : windowName(inspector.window),
				lines: ['signature']
			}
		]
	};
}
