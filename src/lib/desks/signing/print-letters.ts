import { type Application } from '#lib/domain/application/application.ts';
import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { printReasonOf } from '#lib/domain/examination/print-reason.ts';
import { type Signatory } from '#lib/domain/examination/signatory.ts';
import { type ManyOutcome } from '#lib/tools/bulk/act-many.ts';
import { findApplications } from '#lib/device/session/acts.ts';
import { type BulkAct } from '#lib/tools/bulk/bulk-act.svelte.ts';
import { printing } from '#lib/device/printing/printing.svelte.ts';
import { signatoryNow } from '#lib/tools/letter/signatory-now.ts';
import { letterCopies, resultLetterModel } from '#lib/tools/letter/result-letter-paper.ts';

/** A print run has an end: more would keep the printer, and the head, for an hour. */
export const MOST_LETTERS = 100;

export type PrintedLetters = ManyOutcome & {
	/** Numbers whose text is not on this device: nothing was noted, nothing printed. */
	textless: string[];
	/** Papers that the dialog was opened with. */
	papers: number;
	/** The dialog could not be opened, or no file be made. */
	printer: string | null;
};

/**
 * Prints the letters of many applications as one run, for signature on paper. Each copy is noted as a fact first, so that the number
 * on paper is the counted one; what could not be noted is not printed.
 */
export async function printLetters(
	bulk: BulkAct,
	numbers: readonly string[],
	signatoryOf: (application: Application) => Signatory | null = signatoryNow
): Promise<PrintedLetters> {
	const before = await findApplications(numbers);
	const withText: string[] = [];
	for (const [number, application] of before) if (resultLetterModel(application)) withText.push(number);
	const outcome = await bulk.run(
		withText.map((number) => ({
			number,
			command: {
				kind: 'print',
				document: 'resultLetter',
				reason: printReasonOf(before.get(number)!),
				signatory: signatoryOf(before.get(number)!)
			}
		}))
	);
	const noted = await findApplications(outcome.done);
	const models: PaperModel[] = [];
	for (const number of outcome.done) {
		const application = noted.get(number);
		if (!application) continue;
		const copy = Math.max(1, letterCopies(application));
		const model = resultLetterModel(application, {
			copy,
			reason: printReasonOf(before.get(number)!),
			signatory: signatoryOf(before.get(number)!)
		});
		if (model) models.push(model);
	}
	const printed = models.length > 0 ? await printing.print(models) : { ok: true as const };
	return {
		...outcome,
		textless: numbers.filter((number) => !withText.includes(number)),
		papers: models.length,
		printer: printed.ok ? null : printed.detail
	};
}
