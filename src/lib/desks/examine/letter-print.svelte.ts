import { type Application } from '#lib/domain/application/application.ts';
import { printReasonOf } from '#lib/domain/examination/print-reason.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { type PrintedLetter, printResultLetter } from '#lib/tools/letter/result-letter-paper.ts';
import { failureText, refusalText } from '#lib/tools/wording/words.ts';

/** Printing a recorded letter for its signature: one at a time, and what became of it in words. */
export class LetterPrint {
	busy = $state(false);
	last = $state.raw<PrintedLetter | null>(null);

	/** What went wrong with the last print; empty where nothing did. */
	get trouble(): string {
		if (!this.last || this.last.ok) return '';
		if (this.last.why === 'refused') return refusalText(this.last.refusal);
		return this.last.why === 'notSaved' ? failureText(this.last.failure) : language.t('examine.notPrinted');
	}

	async print(application: Application): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		try {
			this.last = await printResultLetter(application.number, printReasonOf(application));
		} finally {
			this.busy = false;
		}
	}
}
