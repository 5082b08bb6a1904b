import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { typesThatFeed } from '#lib/domain/fact/traits.ts';
import { type ClosingKind } from '#lib/domain/org/day-closing-cover.ts';
import { type ClosingMark } from '#lib/domain/org/day-closing-mark.ts';
import { type ApplicationRow, type DeviceReader, type StoredRegister } from './device-store.ts';
import { requireHead } from './require-head.ts';

/**
 * What came in since a closing was read: at the journals that it covers, at journals that were not known then, and other closings.
 * Of a shift only what this device wrote; closings of all kinds and orgs are the caller's to sort out.
 */
export async function sinceMark<A extends ApplicationRow, R extends StoredRegister>(
	reader: DeviceReader<A, R>,
	kind: ClosingKind,
	{ known, read, closings }: ClosingMark
): Promise<StoredFact[]> {
	const now = kind === 'dayClosed' ? await reader.journals() : await ownJournals(reader);
	const begun = now.filter((journal) => !known.includes(journal)).map((journal) => ({ journal, seq: 0 }));
	const pages = await Promise.all(
		[...read, ...begun].map(({ journal, seq }) => reader.afterSeq(journal, seq, Infinity))
	);
	const closed = kind === 'dayClosed' ? await reader.ofTypes(typesThatFeed('closing')) : [];
	return [...pages.flat(), ...closed.filter(({ id }) => !closings.includes(id))];
}

async function ownJournals<A extends ApplicationRow, R extends StoredRegister>(reader: DeviceReader<A, R>) {
	const [{ journal }, sealed] = await Promise.all([requireHead(reader), reader.meta('sealed')]);
	return [journal, ...(sealed ?? []).map((head) => head.journal)];
}
