import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { typesThatFeed } from '#lib/domain/fact/traits.ts';
import { type ClosingKind } from '#lib/domain/org/day-closing-cover.ts';
import { type ClosingMark } from '#lib/domain/org/day-closing-mark.ts';
import { type ApplicationRow, type DeviceReader, type StoredRegister } from './device-store.ts';
import { requireHead } from './require-head.ts';

/**
 * What was received since a closing was read: in the journals that it covers, in journals unknown then, and other closings. For a
 * shift only what this device wrote; the caller filters closings by kind and org.
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
