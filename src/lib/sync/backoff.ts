const SHORTEST_MS = 1_000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long to wait after the `quiet`-th round in a row that failed or moved nothing: doubling from 1 s to 5 min, with a jitter of
 * up to half, so that the devices of a Center do not all call at once after a power cut.
 * @param random 0 ≤ random < 1
 */
export function backoffMs(quiet: number, random: number): number {
	const full = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.min(quiet, 20));
	return Math.round(full * (1 - random / 2));
}
