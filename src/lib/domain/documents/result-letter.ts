import { maskIin } from '../number/iin.ts';
import { formatNumber, type PaperNumber } from '../number/paper-number.ts';
import { type Lang, otherLang } from '../text/lang.ts';
import { fieldBeside, fieldInLine } from './fields.ts';
import { type Office, officeLetterhead } from './office-letterhead.ts';
import { shortDate } from './paper-dates.ts';
import { type Bilingual, type Block, type PaperModel, type ProseBlock, type ProsePart } from './paper-model.ts';
import { capitalised, REFUSAL } from './paper-words.ts';
import { standingMarks, printFooter, type PrintRun } from './print-run.ts';

/** A ground of a refusal from the list, with the executor's explanation. */
type PrintedGround = {
	readonly name: Bilingual;
	/** Its meaning in this case; empty where the name is enough. */
	readonly explanation: Bilingual;
	/** The name comes from example data, not from the Standard. */
	readonly example: boolean;
};

export type LetterOutcome =
	/** `paper`: the regulation's name of its result: хабарлама, анықтама or жолдама. */
	| { readonly kind: 'notice'; readonly paper: Bilingual }
	/** At least one ground; how to appeal, in one sentence of each language. */
	| { readonly kind: 'refusal'; readonly grounds: readonly PrintedGround[]; readonly appeal: Bilingual };

export type ResultLetterInput = {
	/** Of the result paper, not of the packet: kind 2. */
	readonly number: PaperNumber;
	readonly applicationNumber: PaperNumber;
	/** `YYYY-MM-DD`. */
	readonly acceptedOn: string;
	readonly body: Office;
	/** The entry in the ledger; null while there is none: a line to write it on is printed. */
	readonly ledger: { readonly number: string; readonly date: string } | null;
	/**
	 * An empty address is left out; the IIN has twelve digits, of which the last four are printed, or is null for a person without
	 * one.
	 */
	readonly applicant: { readonly fullName: string; readonly iin: string | null; readonly address: string };
	/** The service's full name. */
	readonly service: Bilingual;
	/** The applicant's language: its text comes first. */
	readonly language: Lang;
	/** Paragraphs with their fields filled in (`result-template`). */
	readonly text: Readonly<Record<Lang, readonly string[]>>;
	readonly outcome: LetterOutcome;
	/** An empty name is written by hand with the signature. */
	readonly head: { readonly name: string; readonly acting: boolean };
	/** Empty parts are left out. */
	readonly executor: { readonly name: string; readonly phone: string };
	readonly run: PrintRun;
};

const REFUSAL_TITLE = capitalised(REFUSAL);
const HEAD: Bilingual = { kk: 'Басшы', ru: 'Руководитель' };
const ACTING_HEAD: Bilingual = { kk: 'Басшының м.а.', ru: 'И.о. руководителя' };
const EXAMPLE: Bilingual = { kk: '* – мысал', ru: '* – пример' };

/**
 * The paper of a decision, A4, printed to be signed by hand: a notice (or certificate, or referral) or a reasoned refusal. It has a
 * number of its own, so that on the way back it is never taken for the packet.
 */
export function resultLetter(input: ResultLetterInput): PaperModel {
	const { outcome, run } = input;
	const title = outcome.kind === 'refusal' ? REFUSAL_TITLE : capitalised(outcome.paper);
	return {
		kind: 'result-letter',
		format: 'A4',
		title,
		number: input.number,
		codes: { code128: input.number },
		pageCount: true,
		training: run.training,
		blocks: [
			officeLetterhead(input.body, standingMarks({ ...run, exampleData: run.exampleData || restsOnExample(outcome) })),
			{
				type: 'number',
				label: { kk: 'Нәтиженің нөмірі', ru: 'Номер результата' },
				grouped: formatNumber(input.number)
			},
			ledgerEntry(input.ledger),
			fieldInLine(
				{ kk: 'Өтініш', ru: 'Заявление' },
				`№ ${formatNumber(input.applicationNumber)}, ${shortDate(input.acceptedOn)}`
			),
			fieldBeside({ kk: 'Кімге', ru: 'Кому' }, addressee(input.applicant)),
			fieldBeside({ kk: 'Мемлекеттік қызмет', ru: 'Государственная услуга' }, input.service),
			{ type: 'heading', level: 1, text: title },
			...[input.language, otherLang(input.language)].map((lang) => prose(input, lang)),
			headSignature(input.head),
			...executorLine(input.executor),
			printFooter(run)
		]
	};
}

function ledgerEntry(ledger: ResultLetterInput['ledger']): Block {
	if (ledger === null)
		return { type: 'blank', label: { kk: 'Кітаптағы нөмірі мен күні', ru: 'Номер и дата по книге' } };
	return fieldInLine(
		{ kk: 'Кітаптағы нөмірі мен күні', ru: 'Номер и дата по книге' },
		`${ledger.number}, ${shortDate(ledger.date)}`
	);
}

function addressee({ fullName, iin, address }: ResultLetterInput['applicant']): string {
	const known = iin === null ? '' : `ЖСН · ИИН: ${maskIin(iin)}`;
	return [fullName, known, address].filter((line) => line !== '').join('\n');
}

function prose({ text, outcome }: ResultLetterInput, lang: Lang): ProseBlock {
	const refusal: readonly ProsePart[] = outcome.kind === 'refusal' ? groundsAndAppeal(outcome, lang) : [];
	return { type: 'prose', lang, parts: [...text[lang], ...refusal] };
}

function groundsAndAppeal(
	{ grounds, appeal }: Extract<LetterOutcome, { kind: 'refusal' }>,
	lang: Lang
): readonly ProsePart[] {
	const points = grounds.map(({ name, explanation, example }) => ({
		name: example ? `${name[lang]} *` : name[lang],
		text: explanation[lang]
	}));
	return [{ points }, ...(grounds.some(({ example }) => example) ? [EXAMPLE[lang]] : []), appeal[lang]];
}

function restsOnExample(outcome: LetterOutcome): boolean {
	return outcome.kind === 'refusal' && outcome.grounds.some(({ example }) => example);
}

/** Space for the signature and for the stamp. Only the signature shows that the paper is signed. */
function headSignature({ name, acting }: ResultLetterInput['head']): Block {
	return {
		type: 'signatures',
		parties: [
			{
				role: acting ? ACTING_HEAD : HEAD,
				name: name === '' ? null : name,
				detail: null,
				lines: name === '' ? ['name', 'signature', 'seal'] : ['signature', 'seal']
			}
		]
	};
}

/** Contact: below the signature, as on every official letter. */
function executorLine({ name, phone }: ResultLetterInput['executor']): readonly Block[] {
	const parts = [name, phone === '' ? '' : `тел. ${phone}`].filter((part) => part !== '');
	return parts.length === 0 ? [] : [fieldInLine({ kk: 'Орындаушы', ru: 'Исполнитель' }, parts.join(', '))];
}
