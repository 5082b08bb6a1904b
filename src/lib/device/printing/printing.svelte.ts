import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type Printer, printJobs } from '#lib/domain/documents/print-jobs.ts';
import { printPdf } from '#lib/print/print-dialog.ts';
import { printClient } from '#lib/print/start-print-worker.ts';
import { printers } from './printers.svelte.ts';

export type Printed = { ok: true } | { ok: false; detail: string };

/** The printer's side of this tab: one worker, warmed up while a form is filled in. */
class Printing {
	busy = $state(false);
	/** The last file, for "download" where the dialog cannot open, and for looking at it. */
	last = $state.raw<Blob | null>(null);
	/** The printer that the open dialog is for, where a device has more than one. */
	printer = $state<Printer | null>(null);
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
		const job = this.#last.then(() => this.#printJobs(models));
		this.#last = job.catch(() => undefined);
		try {
			return await job;
		} finally {
			this.#waiting -= 1;
			this.busy = this.#waiting > 0;
		}
	}

	/** Each size of paper for its own printer, where the device has several; the screen says which one is meant. */
	async #printJobs(models: readonly PaperModel[]): Promise<Printed> {
		const jobs = printJobs(models, printers.way);
		try {
			for (const { printer, papers } of jobs) {
				this.printer = printers.way === 'apart' ? printer : null;
				const printed = await this.#printOne(papers);
				if (!printed.ok) return printed;
			}
			return { ok: true };
		} finally {
			this.printer = null;
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
