import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { FONT_FILES } from './paper-fonts.ts';
import { type PrintAnswer, type PrintFailure, type PrintFontUrls, type PrintRequest } from './print-messages.ts';

type PdfOutcome =
	| { readonly ok: true; readonly pdf: Blob }
	| { readonly ok: false; readonly reason: PrintFailure; readonly detail: string };

export type PrintClient = {
	/** Starts the worker and loads the faces. Call it when a form opens that will end in a paper. */
	warmUp(): Promise<void>;
	/** One file with all the papers, each on pages of its own size. Never rejects. */
	makePdf(models: readonly PaperModel[]): Promise<PdfOutcome>;
	/** Ends the worker; a later call starts a new one. */
	close(): void;
};

/** What the client needs of a worker; a test gives its own. */
export type PrintWorker = {
	postMessage(request: PrintRequest): void;
	terminate(): void;
	onmessage: ((event: { readonly data: PrintAnswer }) => void) | null;
	onerror: ((event: { readonly message: string }) => void) | null;
};

type PrintClientOptions = {
	/** For instance `() => new PrintWorker()` of `./print.worker?worker`. */
	readonly startWorker: () => PrintWorker;
	/** Folder of the faces. */
	readonly fontsAt?: string;
	/** A cold start on a slow window PC takes some seconds; past this the worker is taken for dead. */
	readonly timeoutMs?: number;
};

type Settle = (answer: PrintAnswer) => void;

/** The page's side of the print worker: one worker, started at the first need and again after a crash. */
export function createPrintClient({
	startWorker,
	fontsAt = '/fonts',
	timeoutMs = 30_000
}: PrintClientOptions): PrintClient {
	const fonts: PrintFontUrls = { normal: `${fontsAt}/${FONT_FILES.normal}`, bold: `${fontsAt}/${FONT_FILES.bold}` };
	const waiting = new Map<number, Settle>();
	let worker: PrintWorker | null = null;
	let lastId = 0;

	/** Ends the worker and answers everyone who still waits for it. */
	function drop(reason: PrintFailure, detail: string): void {
		worker?.terminate();
		worker = null;
		for (const [id, settle] of [...waiting]) settle({ type: 'failed', id, reason, detail });
	}

	function running(): PrintWorker {
		if (worker) return worker;
		worker = startWorker();
		worker.onmessage = ({ data }) => waiting.get(data.id)?.(data);
		worker.onerror = ({ message }) => drop('worker', message);
		return worker;
	}

	function ask(request: (id: number) => PrintRequest): Promise<PrintAnswer> {
		const id = ++lastId;
		return new Promise((resolve) => {
			const timer = setTimeout(() => drop('timeout', `No answer in ${timeoutMs} ms`), timeoutMs);
			waiting.set(id, (answer) => {
				clearTimeout(timer);
				waiting.delete(id);
				resolve(answer);
			});
			try {
				running().postMessage(request(id));
			} catch (error) {
				drop('worker', String(error));
			}
		});
	}

	return {
		async warmUp() {
			await ask((id) => ({ type: 'warm-up', id, fonts }));
		},
		async makePdf(models) {
			const answer = await ask((id) => ({ type: 'make', id, fonts, models: plain(models) }));
			if (answer.type === 'made') return { ok: true, pdf: answer.pdf };
			if (answer.type === 'failed') return { ok: false, reason: answer.reason, detail: answer.detail };
			throw new Error('A worker that was asked for a paper answered with something else');
		},
		close: () => drop('worker', 'Closed')
	};
}

/** Proxies of runes cannot be posted to a worker; a model is plain data, so a copy loses nothing. */
function plain(models: readonly PaperModel[]): readonly PaperModel[] {
	return JSON.parse(JSON.stringify(models)) as readonly PaperModel[];
}
