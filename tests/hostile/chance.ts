import { mulberry32 } from '../support/mulberry32.ts';

/** Seeded choices: the same seed makes the same requests on every machine. */
export type Chance = {
	/** 0 ≤ x < n, whole. */
	below: (n: number) => number;
	/** True in so many of a hundred. */
	percent: (share: number) => boolean;
	pick: <T>(from: readonly T[]) => T;
};

export function createChance(seed: number): Chance {
	const random = mulberry32(seed);
	const below = (n: number): number => Math.floor(random() * n);
	return { below, percent: (share) => random() * 100 < share, pick: (from) => from[below(from.length)]! };
}
