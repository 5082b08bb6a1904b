/** The page may be busy for long; what was put off is then done all the same. */
const AT_THE_LATEST_MS = 1000;

/** Does the work when the browser has nothing better to do, one second from now at the latest. Gives a function that cancels it. */
export function whenIdle(work: () => void): () => void {
	// Safari has no idle callbacks.
	if (typeof requestIdleCallback !== 'function') {
		const timer = setTimeout(work, 0);
		return () => clearTimeout(timer);
	}
	const asked = requestIdleCallback(work, { timeout: AT_THE_LATEST_MS });
	return () => cancelIdleCallback(asked);
}
