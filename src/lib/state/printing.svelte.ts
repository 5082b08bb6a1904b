import { type PaperModel } from '$lib/domain/documents/paper-model';
import { printPdf } from '$lib/print/print-dialog';
import { printClient } from '$lib/print/start-print-worker';

export type Printed = { ok: true } | { ok: false; detail: string };

/** The printer's side of this tab: one worker, warmed up while a form is filled in. */
class Printing {
	busy = $state(false);
	/** The last file, for "download" where the dialog cannot open, and for looking at it. */
	last = $state.raw<Blob | null>(null);
	#waiting = 0;
	#last: Promise<unknown> = Promise.resolve();

	warmUp(): void {
		void printClient().warmUp();
	}

	/**
	 * Makes one file of all the papers and opens the print dialog. Whether paper came out only a person knows. A second print waits for
	 * the first: papers leave in the order in which they were asked for.
	 */
	async print(models: readonly PaperModel[]): Promise<Printed> {
		this.#waiting += 1;
		this.busy = true;
		const job = this.#last.then(() => this.#printOne(models));
		this.#last = job.catch(() => undefined);
		try {
			return await job;
		} finally {
			this.#waiting -= 1;
			this.busy = this.#waiting > 0;
		}
	}

	async #printOne(models: readonly PaperModel[]): Promise<Printed> {
		const made = await printClient().makePdf(models);
		if (!made.ok) return { ok: false, detail: `${made.reason}: ${made.detail}` };
		this.last = made.pdf;
		const opened = await printPdf(made.pdf);
		return opened.ok ? { ok: true } : { ok: false, detail: `${opened.reason}: ${opened.detail}` };
	}
}

export const printing = new Printing();
