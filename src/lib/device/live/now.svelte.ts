/** The time as screens show it: countdowns and ages move without anything being recorded. */
class Now {
	ms = $state(Date.now());

	/** Starts ticking; gives a function that stops it. */
	start(everyMs = 5_000): () => void {
		const timer = setInterval(() => (this.ms = Date.now()), everyMs);
		return () => clearInterval(timer);
	}
}

export const now = new Now();
