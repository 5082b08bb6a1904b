import { getContext, setContext } from 'svelte';
import { type Verdict } from './verdict.ts';

/** How many verdicts before the last one can be looked up. */
const KEPT = 5;

type Words = () => string;
const KEY = Symbol('what the list of the last verdicts is called');

/** How scan lines inside call the list of their last verdicts. Call while the frame initialises. */
export const nameScanHistory = (words: Words): void => void setContext(KEY, words);
export const scanHistoryWords = (): Words | undefined => getContext<Words | undefined>(KEY);

/** The last verdicts of a scan line, the latest first. The same scan judged anew, in another language, takes its own place again. */
export function withVerdict(
	history: readonly { scan: number; verdict: Verdict }[],
	scan: number,
	verdict: Verdict
): { scan: number; verdict: Verdict }[] {
	return [{ scan, verdict }, ...history.filter((one) => one.scan !== scan)].slice(0, KEPT);
}
