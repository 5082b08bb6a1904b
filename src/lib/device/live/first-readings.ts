/** Counts the readings of a screen that have not had their first answer: until then it shows and judges by nothing. */
export function firstReadings() {
	let pending = 0;
	let listeners: (() => void)[] = [];
	return {
		get pending(): boolean {
			return pending > 0;
		},
		/** A reading begins; gives a function to call at its first answer, or when nobody waits for it any more. */
		begin(): () => void {
			pending += 1;
			let over = false;
			return () => {
				if (over) return;
				over = true;
				pending -= 1;
				if (pending === 0) for (const listener of listeners) listener();
			};
		},
		/** Hears each time that the last one was answered. */
		listen(listener: () => void): () => void {
			listeners.push(listener);
			return () => void (listeners = listeners.filter((other) => other !== listener));
		}
	};
}

/** Those of the screen that is open in this tab. */
export const openingReadings = firstReadings();
