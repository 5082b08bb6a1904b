import { type Application, type DecisionKind } from '#lib/domain/application/application.ts';
import { type LetterOutcome, type ResultLetterInput } from '#lib/domain/documents/result-letter.ts';
import { paragraphsOf } from '#lib/domain/documents/result-template.ts';
import { letterFields } from '#lib/domain/examination/letter-fields.ts';
import { filledLetter, type LetterFields, lettersOf, restsOnExample } from '#lib/domain/examination/letter-template.ts';
import { type Letter } from '#lib/domain/fact/application-facts.ts';
import { type ApplicationNumber, resultNumberOf } from '#lib/domain/number/paper-number.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { fullName } from '#lib/domain/text/person-name.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { type OrgEntry } from '#lib/protocol/context-messages.ts';
import { type PrintReason, reprintReasonOf } from '#lib/tools/receipt/receipt-input.ts';

/** A letter as it is recorded, or as it is being written. */
export type LetterOnPaper = { decision: DecisionKind; letter: Letter };

/** What is known around an application when its letter is printed. */
export type LetterSurroundings = {
	/** The body that decides. */
	body: Pick<OrgEntry, 'name' | 'address' | 'phones'>;
	regulation: Regulation;
	/** Whose signature the paper is for, or bears. */
	head: { name: string; acting: boolean };
	executor: string;
	copy: number;
	reason: PrintReason;
	now: number;
};

/** The recorded letter of an application; null where it was decided on paper, or its personal part is not at hand. */
export function recordedLetter({ decision }: Application): LetterOnPaper | null {
	return decision?.letter ? { decision: decision.kind, letter: decision.letter } : null;
}

/** The content of the result paper. @throws TypeError if the personal part of the acceptance is not at hand */
export function resultLetterInputOf(
	application: Application,
	{ decision, letter }: LetterOnPaper,
	around: LetterSurroundings
): ResultLetterInput {
	const { regulation, body, copy, reason, now } = around;
	const { acceptance, number } = application;
	const fields = letterFields(application, regulation, body.name);
	if (!acceptance?.applicant || !fields) throw new TypeError('A letter needs the acceptance with its personal part');
	return {
		number: resultNumberOf(number as ApplicationNumber),
		applicationNumber: number as ApplicationNumber,
		acceptedOn: localOf(acceptance.at, ALMATY).date,
		body: { name: body.name, address: body.address, phone: body.phones[0] ?? '' },
		ledger: ledgerOf(application),
		applicant: {
			fullName: fullName(acceptance.applicant),
			iin: acceptance.applicant.iin ?? null,
			address: acceptance.applicant.address
		},
		service: fields.service,
		language: acceptance.body.language,
		text: { kk: paragraphsOf(letter.kk), ru: paragraphsOf(letter.ru) },
		outcome: outcomeOf(decision, letter, regulation, fields),
		head: around.head,
		executor: { name: around.executor, phone: '' },
		run: {
			copy,
			reprintReason: copy === 1 ? null : reprintReasonOf(reason),
			printedAt: localOf(now, ALMATY),
			exampleData: restsOnExample(decision, letter, regulation, fields),
			training: false
		}
	};
}

/** The heading follows the regulation; a refusal is the same for every service. */
function outcomeOf(
	decision: DecisionKind,
	letter: Letter,
	regulation: Regulation,
	fields: LetterFields
): LetterOutcome {
	if (decision === 'notice') return { kind: 'notice', paper: regulation.resultPaper };
	const grounds = letter.grounds.map(({ kk, ru, explanation, explanationRu, example }) => ({
		name: { kk, ru },
		explanation: { kk: explanation, ru: explanationRu?.trim() ? explanationRu : explanation },
		example: example === true
	}));
	return { kind: 'refusal', grounds, appeal: filledLetter(lettersOf(regulation).appeal, fields) };
}

/** The entry in the ledger; an entry without a number leaves the line to be written on. */
function ledgerOf({ decision }: Application): ResultLetterInput['ledger'] {
	if (!decision?.ledgerNumber || decision.recordedAt === null) return null;
	return { number: decision.ledgerNumber, date: localOf(decision.recordedAt, ALMATY).date };
}
