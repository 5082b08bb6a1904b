import { type PaperModel } from '$lib/domain/documents/paper-model';
import { printPdf } from '$lib/print/print-dialog';
import { printClient } from '$lib/print/start-print-worker';

export type Printed = { ok: true } | { ok: false; detail: string };

/** The printer's side of this tab: one worker, warmed up while a form is filled in. */
class Printing {
	busy = $state(false);
	/** The last file, for "download" where the dialog cannot open, and for looking at it. */
	last = $state.raw<Blob | null>(null);

	warmUp(): void {
		void printClient().warmUp();
	}

	/** Makes one file of all the papers and opens the print dialog. Whether paper came out only a person knows. */
	async print(models: readonly PaperModel[]): Promise<Printed> {
		this.busy = true;
		try {
			const made = await printClient().makePdf(models);
			if (!made.ok) return { ok: false, detail: `${made.reason}: ${made.detail}` };
			this.last = made.pdf;
			const opened = await printPdf(made.pdf);
			return opened.ok ? { ok: true } : { ok: false, detail: `${opened.reason}: ${opened.detail}` };
		} finally {
			this.busy = false;
		}
	}
}

export const printing = new Printing();
