import { idleMs, type Moment } from './idle-time.ts';

const IDLE_MS = 10 * 60_000;
const WARN_MS = 30_000;

/** Locks the screen after a while without a touch, and says so before: nothing typed is lost, drafts are durable. */
class IdleLock {
	/** Null while there is no need to warn. */
	secondsLeft = $state<number | null>(null);

	start(lock: () => void): () => void {
		const here = (): Moment => ({ wall: Date.now(), steady: performance.now() });
		let lastTouch = here();
		const look = () => {
			const left = IDLE_MS - idleMs(lastTouch, here());
			this.secondsLeft = left <= WARN_MS ? Math.max(0, Math.ceil(left / 1000)) : null;
			if (left <= 0) lock();
			return left > 0;
		};
		// The time that went by is looked at first: no timer ran while the machine slept, and the key that wakes it may be a stranger's.
		const touch = (event: Event) => {
			if (look()) {
				lastTouch = here();
				this.secondsLeft = null;
				return;
			}
			event.preventDefault();
			event.stopImmediatePropagation();
		};
		const timer = setInterval(look, 1000);
		const touches = ['pointerdown', 'keydown', 'touchstart'] as const;
		touches.forEach((name) => addEventListener(name, touch, { capture: true, passive: false }));
		addEventListener('pageshow', look);
		document.addEventListener('visibilitychange', look);
		return () => {
			clearInterval(timer);
			this.secondsLeft = null;
			touches.forEach((name) => removeEventListener(name, touch, { capture: true }));
			removeEventListener('pageshow', look);
			document.removeEventListener('visibilitychange', look);
		};
	}
}

export const idleLock = new IdleLock();
