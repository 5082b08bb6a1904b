import { type StaffId } from '#lib/domain/fact/ids.ts';
import { BulkAct } from '#lib/tools/bulk/bulk-act.svelte.ts';
import { MOST_LETTERS, type PrintedLetters, printLetters } from './print-letters.ts';
import { signatoryNow } from '#lib/tools/letter/signatory-now.ts';

/** Letters on their way to the printer for a signature, and what came of the last run. */
export class SigningPrint {
	readonly bulk = new BulkAct();
	outcome = $state.raw<PrintedLetters | null>(null);
	busy = $state(false);

	/** @param hand whose name the letters bear; empty: as the appointments of the day say */
	async run(numbers: readonly string[], hand: StaffId | ''): Promise<readonly string[]> {
		this.busy = true;
		try {
			const nameOf = (application: Parameters<typeof signatoryNow>[0]) => signatoryNow(application, hand);
			this.outcome = await printLetters(this.bulk, numbers.slice(0, MOST_LETTERS), nameOf);
			return this.outcome.done;
		} finally {
			this.busy = false;
		}
	}
}
