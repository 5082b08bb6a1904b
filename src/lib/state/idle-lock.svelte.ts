const IDLE_MS = 10 * 60_000;
const WARN_MS = 30_000;

/** Locks the screen after a while without a touch, and says so before: nothing typed is lost, drafts are durable. */
class IdleLock {
	/** Null while there is no need to warn. */
	secondsLeft = $state<number | null>(null);

	start(lock: () => void): () => void {
		let lastTouch = Date.now();
		const touch = () => {
			lastTouch = Date.now();
			this.secondsLeft = null;
		};
		const look = () => {
			const left = lastTouch + IDLE_MS - Date.now();
			this.secondsLeft = left <= WARN_MS ? Math.max(0, Math.ceil(left / 1000)) : null;
			if (left <= 0) lock();
		};
		const timer = setInterval(look, 1000);
		const events = ['pointerdown', 'keydown', 'touchstart'] as const;
		events.forEach((name) => addEventListener(name, touch, { capture: true, passive: true }));
		return () => {
			clearInterval(timer);
			this.secondsLeft = null;
			events.forEach((name) => removeEventListener(name, touch, { capture: true }));
		};
	}
}

export const idleLock = new IdleLock();
