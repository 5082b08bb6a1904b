/** A run of quick presses ends with this long a pause; whoever only then presses again has seen what is on the screen. */
export const PAUSE_MS = 350;

type Press = { timeStamp: number; repeat: boolean };

/**
 * The main key on a screen that changes under the finger. A press counts for what was on the screen when it was made: not one that a
 * held key repeats, nor one from before the screen was drawn, however long a slow machine takes to hand it on.
 */
export class MainKey {
	#shownAt = 0;
	#calm = false;
	#latest = Number.NEGATIVE_INFINITY;

	/**
	 * The screen was drawn anew.
	 * @param calm it has to be read: it stays until a run of presses is over
	 */
	shown(at: number, calm: boolean): void {
		this.#shownAt = at;
		this.#calm = calm;
	}

	/**
	 * Whether this press is for the present screen. Asked once for each.
	 * @param now the same clock: a busy machine hands a press on late, and the pause after it begins only then
	 */
	counts({ timeStamp, repeat }: Press, now: number): boolean {
		const pause = timeStamp - this.#latest;
		this.#latest = Math.max(timeStamp, now);
		return !repeat && timeStamp >= this.#shownAt && (!this.#calm || pause >= PAUSE_MS);
	}
}
