/** Work that is dear is done a few at a time; whoever would have to wait too long is not let in. */
export type Turns = {
	/** @returns undefined if too many wait already */
	take: <T>(work: () => Promise<T>) => Promise<T> | undefined;
};

export function createTurns({ atOnce, most }: { atOnce: number; most: number }): Turns {
	let present = 0;
	let running = 0;
	const waiting: (() => void)[] = [];
	async function inTurn<T>(work: () => Promise<T>): Promise<T> {
		if (running < atOnce) running += 1;
		else await new Promise<void>((turn) => waiting.push(turn));
		try {
			return await work();
		} finally {
			present -= 1;
			const next = waiting.shift();
			if (next) next();
			else running -= 1;
		}
	}
	return {
		take: (work) => {
			if (present >= most) return undefined;
			present += 1;
			return inTurn(work);
		}
	};
}
