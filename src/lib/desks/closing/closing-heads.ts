import { type JournalId } from '#lib/domain/fact/ids.ts';
import { registryFacts } from '#lib/domain/fact/registry-facts.ts';
import { type SeqRange } from '#lib/domain/org/day-closing-cover.ts';
import { readableFacts } from '#lib/law/law.ts';
import { type ReadJournal } from './closing-facts.ts';

/** The hash at the end of each range, and the end of the server's registry: what of a journal a sheet prints. */
export type ClosingHeads = {
	hashes: ReadonlyMap<JournalId, string>;
	registry: { journal: JournalId; seq: number; hash: string } | null;
};

/** What this device has of the ends of these ranges; a place where copies of a store wrote two texts has no hash to be compared. */
export async function closingHeads(read: ReadJournal, covers: readonly SeqRange[]): Promise<ClosingHeads> {
	const hashes = new Map<JournalId, string>();
	for (const { journal, to } of covers) {
		const there = (await read((reader) => reader.afterSeq(journal, to - 1, 3))).filter(({ seq }) => seq === to);
		if (there.length === 1) hashes.set(journal, there[0]!.hash);
	}
	const devices = new Set(covers.map(({ journal }) => journal));
	const stored = (await read((reader) => reader.ofTypes(Object.keys(registryFacts)))).filter(
		// A fact of such a type in a device's journal counts nowhere.
		({ journal }) => !devices.has(journal)
	);
	const written = new Map(readableFacts(stored).map(({ id, at }) => [id, at]));
	const last = stored.toSorted((a, b) => (written.get(a.id) ?? 0) - (written.get(b.id) ?? 0) || a.seq - b.seq).at(-1);
	return { hashes, registry: last ? { journal: last.journal, seq: last.seq, hash: last.hash } : null };
}
