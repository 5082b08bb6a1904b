const FOCUSABLE =
	'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled)';

const tabStops = (place: Element): HTMLElement[] =>
	[...place.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) => one.checkVisibility() && one.tabIndex >= 0);

/** An `EmptyState` that has just appeared. */
function doneIn(changes: readonly MutationRecord[], place: Element): HTMLElement | undefined {
	const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element);
	const found = added.flatMap((one) => [...(one.matches('[data-done]') ? [one] : one.querySelectorAll('[data-done]'))]);
	return found.find((one) => one instanceof HTMLElement && place.contains(one)) as HTMLElement | undefined;
}

/**
 * Keeps the focus where the work is when the element that has it goes away: a row that was dealt with, a form that became a button, a
 * dialog that closed. Browsers let it fall to the body, and a keyboard or a screen reader begins at the top of the page again.
 * The focus goes to the same row if it is still there, else to what took the place (behind the last row, the word that there is
 * nothing left: an `EmptyState`), else to the place itself.
 *
 * Attach it to a place that stays: `<main {@attach keepFocus}>`.
 */
export function keepFocus(place: HTMLElement): () => void {
	let last: HTMLElement | null = null;
	let row: Element | null = null;
	let index = 0;
	/** The word that nothing is left, since the focus was last at work. */
	let done: HTMLElement | null = null;
	let address = '';
	let timer: ReturnType<typeof setTimeout> | undefined;

	function note({ target }: FocusEvent): void {
		if (!(target instanceof HTMLElement) || target === place) return;
		last = target;
		row = target.closest('tr, li, fieldset');
		index = tabStops(place).indexOf(target);
		done = null;
		address = location.href;
	}

	function look(): void {
		if (!last || document.activeElement !== document.body || document.querySelector('[role="dialog"]')) return;
		// Another page begins at its top.
		if (address !== location.href) return void (last = null);
		if (last.matches(':disabled')) return;
		if (last.isConnected && last.checkVisibility()) return last.focus();
		const kept = row?.isConnected ? tabStops(row)[0] : undefined;
		const stops = tabStops(place);
		const left = done?.isConnected && done.checkVisibility() ? done : stops.at(-1);
		const target = kept ?? stops[Math.max(index, 0)] ?? left;
		(target ?? place).focus({ preventScroll: kept === undefined });
	}

	/** A click on nothing lets the focus go on purpose; an element that went away does not. */
	function left({ target, relatedTarget }: FocusEvent): void {
		if (relatedTarget === null && target instanceof HTMLElement && target.isConnected)
			setTimeout(() => {
				if (target.isConnected && !target.matches(':disabled') && document.activeElement === document.body) last = null;
			});
	}

	// Whatever a screen does with the focus by itself comes first.
	const observer = new MutationObserver((changes) => {
		done = doneIn(changes, place) ?? done;
		if (!last || document.activeElement !== document.body) return;
		clearTimeout(timer);
		timer = setTimeout(look, 60);
	});
	observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
	place.addEventListener('focusin', note);
	place.addEventListener('focusout', left);
	return () => {
		clearTimeout(timer);
		observer.disconnect();
		place.removeEventListener('focusin', note);
		place.removeEventListener('focusout', left);
	};
}
