import { type JournalId } from '#lib/domain/fact/ids.ts';
import { type JournalReads, type OpenQuarantine, type QuarantineItem } from './journal-store.ts';
import { type MemoryState } from './memory-state.ts';

/** Reads of the memory store's quarantine; `at` is asked each time, for a restore swaps the whole state. */
export function memoryQuarantineReads(
	at: () => Pick<MemoryState, 'quarantine'>
): Pick<JournalReads, 'quarantined' | 'quarantines' | 'countQuarantined'> {
	const open = () => [...at().quarantine.values()].filter(({ state }) => state === 'open');
	return {
		quarantined: async ({ hashes, state, after = '', limit = Infinity }) =>
			[...at().quarantine.values()]
				.filter((item) => (hashes?.includes(item.hash) ?? true) && (state === undefined || item.state === state))
				.filter(({ hash }) => hash > after)
				.sort((a, b) => (a.hash < b.hash ? -1 : 1))
				.slice(0, limit),
		quarantines: async (journals, most) =>
			new Map(
				[...Map.groupBy(open(), ({ journal }) => journal)]
					.filter(([journal]) => journals.includes(journal))
					.map(([journal, items]): [JournalId, OpenQuarantine] => [journal, summed(items, most)])
			),
		countQuarantined: async () => open().length
	};
}

function summed(items: readonly QuarantineItem[], most: number): OpenQuarantine {
	const inOrder = items.toSorted((a, b) => a.seq - b.seq || (a.hash < b.hash ? -1 : 1));
	const kept = items.filter(({ text }) => text !== '');
	return {
		count: items.length,
		kept: kept.length,
		weight: kept.reduce((sum, { text, personal }) => sum + text.length + (personal?.text.length ?? 0), 0),
		unkept: inOrder.find(({ text }) => text === '')?.seq ?? null,
		first: inOrder.slice(0, most).map(({ hash, journal, seq, cause }) => ({ hash, journal, seq, cause }))
	};
}
