type PrintOutcome =
	/** The dialog was opened. Whether paper came out is known only to the person at the printer. */
	{ readonly ok: true } | { readonly ok: false; readonly reason: 'not-loaded' | 'blocked'; readonly detail: string };

/** A cold PDF viewer on a slow PC; past this the file is taken for unreadable. */
const LOAD_TIMEOUT_MS = 15_000;

/** Files that stay at hand: the viewer goes on reading the last one while the next is being loaded. */
const KEPT_FRAMES = 3;

type Printing = { frame: HTMLIFrameElement; url: string };

let kept: readonly Printing[] = [];

/** The job that was asked for last; the next one begins when it has ended. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Prints a PDF through a hidden frame (the page's CSP needs `frame-src blob:`), one job after another: a second one that is asked for
 * while the first still loads would take its frame away, and the first would never be printed.
 * A frame and its address outlive their print: Chromium's viewer goes on reading while the dialog is open and tells nobody when it is
 * closed, so an earlier revoke prints blank pages.
 */
export function printPdf(pdf: Blob, page: Document = document): Promise<PrintOutcome> {
	const job = last.then(() => printOne(pdf, page));
	last = job.catch(() => undefined);
	return job;
}

async function printOne(pdf: Blob, page: Document): Promise<PrintOutcome> {
	forget(kept.slice(0, 1 - KEPT_FRAMES));
	const url = URL.createObjectURL(pdf);
	const frame = page.createElement('iframe');
	// Not `display: none`: a frame without a box prints nothing.
	frame.style.cssText =
		'position:fixed;inset-inline-end:0;inset-block-end:0;inline-size:1px;block-size:1px;border:0;opacity:0';
	frame.setAttribute('aria-hidden', 'true');
	frame.tabIndex = -1;
	const current = { frame, url };
	kept = [...kept, current];
	const loaded = new Promise<boolean>((resolve) => {
		const timer = setTimeout(() => resolve(false), LOAD_TIMEOUT_MS);
		frame.addEventListener('load', () => {
			clearTimeout(timer);
			resolve(true);
		});
	});
	frame.src = url;
	page.body.append(frame);
	if (!(await loaded)) {
		forget([current]);
		return { ok: false, reason: 'not-loaded', detail: `No load in ${LOAD_TIMEOUT_MS} ms` };
	}
	return openDialog(frame);
}

/** Removes the frames of prints and frees their files. */
function forget(prints: readonly Printing[]): void {
	for (const { frame, url } of prints) {
		frame.remove();
		URL.revokeObjectURL(url);
	}
	kept = kept.filter((one) => !prints.includes(one));
}

function openDialog(frame: HTMLIFrameElement): PrintOutcome {
	try {
		const view = frame.contentWindow;
		if (view === null) return { ok: false, reason: 'blocked', detail: 'The frame has no window' };
		const before = frame.ownerDocument.activeElement;
		view.focus();
		view.print();
		// The focus would stay in a frame that nobody sees, and no key of the page would be heard any more.
		frame.ownerDocument.defaultView?.focus();
		if (before instanceof HTMLElement) before.focus();
		return { ok: true };
	} catch (error) {
		return { ok: false, reason: 'blocked', detail: String(error) };
	}
}
