import * as v from 'valibot';
import { type FactId, FactIdSchema } from '#lib/domain/fact/ids.ts';
import { KeptDraft, readAs } from '#lib/device/drafts/kept-draft.ts';

/** More closings than anybody prints again. */
const MOST = 100;

/** How often the sheet of each closing was printed at this device, the latest printed last. */
export type Copies = readonly (readonly [closing: FactId, copies: number])[];

const kept = new KeptDraft<Copies>(
	'closing-copies',
	'closing-copies',
	readAs(v.array(v.tuple([FactIdSchema, v.number()])))
);

/**
 * Counts one more print.
 * @param first which copy the first print here is: 1 at the closing itself, 2 where it was printed before, perhaps elsewhere
 */
export function countCopy(copies: Copies, closing: FactId, first: number): Copies {
	const before = copies.find(([id]) => id === closing)?.[1] ?? first - 1;
	return [...copies.filter(([id]) => id !== closing), [closing, before + 1] as const].slice(-MOST);
}

/** The number of the copy that is to be printed now; it is counted before, for a paper may come out although nothing is told of it. */
export async function nextCopy(closing: FactId, first: number): Promise<number> {
	const copies = countCopy((await kept.read()) ?? [], closing, first);
	await kept.put(copies);
	return copies.at(-1)![1];
}
