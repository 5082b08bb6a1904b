/** How much of something each may have at the same time: a stream, a connection. */
export type Shares = {
	/**
	 * @param keys whoever asks, and how much each of them may have
	 * @returns a function that gives it back, or undefined where one of them has enough
	 */
	take: (keys: readonly (readonly [key: string, most: number])[]) => (() => void) | undefined;
};

export function createShares(): Shares {
	const held = new Map<string, number>();
	const add = (key: string, more: number): void => {
		const now = (held.get(key) ?? 0) + more;
		if (now === 0) held.delete(key);
		else held.set(key, now);
	};
	return {
		take: (keys) => {
			if (keys.some(([key, most]) => (held.get(key) ?? 0) >= most)) return undefined;
			keys.forEach(([key]) => add(key, 1));
			let isHeld = true;
			return () => {
				if (isHeld) keys.forEach(([key]) => add(key, -1));
				isHeld = false;
			};
		}
	};
}

/** How often each may do something within a span of time, counted in memory. */
type Pace = {
	/** @returns 0 if it may be done now, and is counted; otherwise how long to wait, ms */
	wait: (key: string, most: number, at: number) => number;
};

export function createPace(spanMs: number): Pace {
	const done = new Map<string, number[]>();
	return {
		wait: (key, most, at) => {
			for (const [other, times] of done) if (times.at(-1)! <= at - spanMs) done.delete(other);
			const recent = (done.get(key) ?? []).filter((time) => time > at - spanMs);
			if (recent.length >= most) return recent[recent.length - most]! + spanMs - at;
			done.set(key, [...recent, at]);
			return 0;
		}
	};
}
