/** The longest stretch between two of these moments, of which some lie in a span; its edges count as moments. In ms, as what is given. */
export function longestPause(moments: readonly number[], from: number, to: number): number {
	const before = moments.findLast((moment) => moment <= from) ?? from;
	const within = moments.filter((moment) => moment > from && moment < to);
	const edges = [before, ...within, to];
	return Math.max(...edges.slice(1).map((moment, nr) => moment - edges[nr]!));
}

export type Paused = { kind: string; seconds: number };
type OfKind = { faults: number; median: number; max: number };

/** Seconds without writes, by kind of fault. */
export function byKind(pauses: readonly Paused[]): Record<string, OfKind> {
	const kinds = Map.groupBy(pauses, ({ kind }) => kind);
	return Object.fromEntries(
		[...kinds].map(([kind, all]) => {
			const sorted = all.map(({ seconds }) => seconds).toSorted((a, b) => a - b);
			return [kind, { faults: sorted.length, median: medianOf(sorted), max: sorted.at(-1)! }];
		})
	);
}

function medianOf(sorted: readonly number[]): number {
	const middle = Math.floor(sorted.length / 2);
	if (sorted.length % 2 === 1) return sorted[middle]!;
	return rounded((sorted[middle - 1]! + sorted[middle]!) / 2);
}

/** To a tenth: what is measured is not known better. */
export const rounded = (seconds: number): number => Math.round(seconds * 10) / 10;
