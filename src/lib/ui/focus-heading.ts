/** Longer than any screen reads before it shows its heading; a person who waits so long has begun elsewhere. */
const PATIENCE_MS = 10_000;

/**
 * Gives the focus to the heading of a screen that was just opened: readers say where a person is, and the next Tab is at the work of
 * the screen instead of the menu before it. A screen that begins at a field of its own keeps that; a heading that comes only with what
 * is read from the disk is waited for, until somebody has moved the focus.
 * @returns stops waiting
 */
export function focusHeading(place: HTMLElement, selector = 'h1'): () => void {
	const isSettled = (): boolean => {
		if (document.activeElement !== document.body) return true;
		const heading = place.querySelector<HTMLElement>(selector);
		if (!heading) return false;
		heading.tabIndex = -1;
		heading.focus({ preventScroll: true });
		return true;
	};
	if (isSettled()) return () => undefined;
	const observer = new MutationObserver(() => isSettled() && stop());
	const timer = setTimeout(() => observer.disconnect(), PATIENCE_MS);
	const stop = () => {
		clearTimeout(timer);
		observer.disconnect();
	};
	observer.observe(place, { childList: true, subtree: true });
	return stop;
}
