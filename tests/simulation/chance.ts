import { mulberry32 } from '../support/mulberry32.ts';

/** All chance of one run, from its seed. */
export type Chance = {
	/** 0 ≤ x < 1. */
	random(): number;
	/** 0 … below - 1. */
	below(limit: number): number;
	happens(probability: number): boolean;
	pick<T>(items: readonly T[]): T;
	/** Each item with the given probability, in its order. */
	some<T>(items: readonly T[], probability: number): T[];
};

export function chanceOf(seed: number): Chance {
	const random = mulberry32(seed);
	const below = (limit: number) => Math.floor(random() * limit);
	return {
		random,
		below,
		happens: (probability) => random() < probability,
		pick: (items) => {
			if (items.length === 0) throw new Error('Nothing to pick from');
			return items[below(items.length)]!;
		},
		some: (items, probability) => items.filter(() => random() < probability)
	};
}
