import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalReads, type KeptFact } from './journal-store.ts';
import { type MemoryState } from './memory-state.ts';
import { sessionRowOf } from './session-rows.ts';

type SessionReads = Pick<JournalReads, 'sessionFacts' | 'comingsTo' | 'sessionFactsBy'>;

/** Who came to which device and left it, found by looking through all facts. */
export function memorySessionReads(at: () => MemoryState): SessionReads {
	const rows = () =>
		[...at().facts.values()].flatMap((fact) => {
			const row = sessionRowOf(fact);
			return row ? [{ row, fact: stored(fact) }] : [];
		});
	return {
		sessionFacts: async (sessions) =>
			rows()
				.filter(({ row }) => row.session !== '' && sessions.includes(row.session))
				.map(({ fact }) => fact),
		comingsTo: async (device, after, before) =>
			rows()
				.filter(({ row }) => row.type === 'unlocked' && row.device === device)
				.filter(
					({ row }) =>
						(row.journal === after.journal && row.seq > after.seq && row.seq < before.seq) ||
						(row.at > after.at && row.at < before.at)
				)
				.map(({ fact }) => fact),
		sessionFactsBy: async (person, type, { skip, limit }) =>
			rows()
				.filter(({ row }) => row.person === person && row.type === type)
				.sort((a, b) => a.row.at - b.row.at)
				.slice(skip, skip + limit)
				.map(({ fact }) => fact)
	};
}

const stored = ({ id, journal, seq, hash, text, type, applications }: KeptFact): StoredFact => ({
	...{ id, journal, seq, hash, text, type, applications },
	personal: null
});
