export type PrintOutcome =
	/** The dialog was opened. Whether paper came out is known only to the person at the printer. */
	{ readonly ok: true } | { readonly ok: false; readonly reason: 'not-loaded' | 'blocked'; readonly detail: string };

/** A cold PDF viewer on a slow PC; past this the file is taken for unreadable. */
const LOAD_TIMEOUT_MS = 15_000;

let current: { frame: HTMLIFrameElement; url: string } | null = null;

/**
 * Prints a PDF through a hidden frame (the page's CSP needs `frame-src blob:`).
 * The frame and its address live until the next print: Chromium's viewer goes on reading while the dialog is open and
 * tells nobody when it is closed, so an earlier revoke prints blank pages.
 */
export async function printPdf(pdf: Blob, page: Document = document): Promise<PrintOutcome> {
	forgetLastPrint();
	const url = URL.createObjectURL(pdf);
	const frame = page.createElement('iframe');
	// Not `display: none`: a frame without a box prints nothing.
	frame.style.cssText =
		'position:fixed;inset-inline-end:0;inset-block-end:0;inline-size:1px;block-size:1px;border:0;opacity:0';
	frame.setAttribute('aria-hidden', 'true');
	frame.tabIndex = -1;
	current = { frame, url };
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
		// Another print may have taken the place meanwhile; its frame stays.
		if (current?.frame === frame) forgetLastPrint();
		return { ok: false, reason: 'not-loaded', detail: `No load in ${LOAD_TIMEOUT_MS} ms` };
	}
	return openDialog(frame);
}

/** Removes the frame of the last print and frees its file. Safe to call at any time. */
export function forgetLastPrint(): void {
	if (current === null) return;
	current.frame.remove();
	URL.revokeObjectURL(current.url);
	current = null;
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
