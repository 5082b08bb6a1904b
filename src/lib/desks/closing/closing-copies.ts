import { type FactId } from '#lib/domain/fact/ids.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';

const KEPT = 'closing-copies';
/** More closings than anybody prints again. */
const MOST = 100;

/** How often the sheet of each closing was printed at this device, the latest printed last. */
export type Copies = readonly (readonly [closing: FactId, copies: number])[];

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
	const kept = await desk.journal.read((reader) => reader.draft(KEPT));
	const copies = countCopy((kept?.value as Copies | undefined) ?? [], closing, first);
	await desk.journal.putDraft({ id: KEPT, kind: KEPT, updatedAt: Date.now(), value: copies });
	return copies.at(-1)![1];
}
