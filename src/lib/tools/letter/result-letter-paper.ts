import { acceptedUnder } from '#lib/domain/regulation/accepted-under.ts';
import { type Application } from '#lib/domain/application/application.ts';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { resultLetter } from '#lib/domain/documents/result-letter.ts';
import { type Signatory } from '#lib/domain/examination/signatory.ts';
import { type StaffId } from '#lib/domain/fact/ids.ts';
import { type AppendFailure } from '#lib/journal/append.ts';
import { act, findApplication } from '#lib/device/session/acts.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { printing } from '#lib/device/printing/printing.svelte.ts';
import { signatoryNow } from './signatory-now.ts';
import { staffName } from '#lib/tools/wording/words.ts';
import { type PrintReason } from '#lib/tools/receipt/receipt-input.ts';
import { type LetterOnPaper, recordedLetter, resultLetterInputOf } from './result-letter-input.ts';

export type PrintedLetter =
	/** The dialog was opened; whether paper came out only a person knows. */
	| { ok: true; copy: number }
	/** Nothing is written yet, or its text is not on this device. */
	| { ok: false; why: 'noLetter' }
	/** Nothing was printed: the rules or the disk did not allow to note the copy first. */
	| { ok: false; why: 'refused'; refusal: Refusal }
	| { ok: false; why: 'notSaved'; failure: AppendFailure }
	/** The copy is noted, but no paper could be made or no dialog opened. */
	| { ok: false; why: 'printer'; copy: number; detail: string };

type LetterView = {
	/** A text that is being written, instead of the recorded one. */
	writing?: LetterOnPaper;
	/** 1 if not given: the paper as it will be printed first. */
	copy?: number;
	reason?: PrintReason;
	/** Whose name it bears; if not given, whoever signed it or is to sign it today. */
	signatory?: Signatory | null;
};

/**
 * The notice, certificate, referral or refusal of an application as a paper, to be looked at or printed. Null where nothing is
 * written, or the personal part, the regulation or the body is not known on this device.
 */
export function resultLetterModel(application: Application, view: LetterView = {}): PaperModel | null {
	const { copy = 1, reason = 'first', writing, signatory = signatoryNow(application) } = view;
	const onPaper = writing ?? recordedLetter(application);
	const { acceptance, assignment, decision } = application;
	const regulation = acceptedUnder(lawHere.law, application);
	const body = desk.orgEntry(application.body);
	if (!onPaper || !acceptance?.applicant || !regulation || !body) return null;
	const executor: StaffId | null = (writing ? null : decision?.draftedBy) ?? assignment?.executor ?? null;
	return resultLetter(
		resultLetterInputOf(application, onPaper, {
			body,
			regulation,
			head: headOf(signatory),
			executor: executor ? staffName(executor) : '',
			copy,
			reason,
			now: Date.now()
		})
	);
}

/** Whose signature a letter bears or waits for; empty where nobody is head. */
export function signatoryName(application: Application): string {
	return headOf(signatoryNow(application)).name;
}

/** An empty name leaves the place to be written on. */
function headOf(signatory: Signatory | null): { name: string; acting: boolean } {
	return { name: signatory ? staffName(signatory.staff) : '', acting: signatory?.acting ?? false };
}

/** How many copies of the letter were noted so far. */
export function letterCopies({ story }: Application): number {
	return story.reduce(
		(most, { fact }) =>
			fact.type === 'printed' && fact.body.document === 'resultLetter' ? Math.max(most, fact.body.copy) : most,
		0
	);
}

/** Prints the recorded letter, after the copy was noted as a fact, so that the number on paper is the counted one. */
export async function printResultLetter(number: string, reason: PrintReason): Promise<PrintedLetter> {
	const before = await findApplication(number);
	if (!before || !resultLetterModel(before)) return { ok: false, why: 'noLetter' };
	const signatory = signatoryNow(before);
	const noted = await act(number, { kind: 'print', document: 'resultLetter', reason, signatory });
	if (!noted.ok) {
		return 'refusal' in noted
			? { ok: false, why: 'refused', refusal: noted.refusal }
			: { ok: false, why: 'notSaved', failure: noted.failure };
	}
	const application = (await findApplication(number)) ?? before;
	const copy = Math.max(1, letterCopies(application));
	const model = resultLetterModel(application, { copy, reason, signatory });
	if (!model) return { ok: false, why: 'noLetter' };
	const outcome = await printing.print([model]);
	return outcome.ok ? { ok: true, copy } : { ok: false, why: 'printer', copy, detail: outcome.detail };
}
