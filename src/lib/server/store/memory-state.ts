import { type FactId, type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { placeIn } from '#lib/domain/fact/read-fact.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { storedFeeds } from '#lib/domain/fact/traits.ts';
import {
	type JournalEntry,
	type JournalReads,
	type FlagRow,
	type JournalState,
	type Judging,
	type KeptFact,
	type LawRefold,
	type Party,
	type PlacedText,
	type ProjectedRow,
	type QuarantineItem,
	type SeqRange,
	type Stray,
	type StreamEntry,
	type StreamHead
} from './journal-store.ts';
import { memoryQuarantineReads } from './memory-quarantine-reads.ts';
import { memoryReportReads } from './memory-report-reads.ts';
import { memorySessionReads } from './memory-session-reads.ts';
import { saidBy } from './said-by.ts';

/** All that a memory store holds: plain data, so that `structuredClone` of it is a backup. */
export type MemoryState = {
	epoch: string | undefined;
	earlierEpochs: string[];
	serverJournal: JournalId | undefined;
	/** Facts of the server's own journals. */
	registry: FactId[];
	flags: Map<string, FlagRow>;
	judging: Judging | null;
	projectionVersion: string | undefined;
	projectedThrough: number;
	lawRefold: LawRefold | null;
	mark: number;
	journals: Map<JournalId, JournalState>;
	entries: Map<JournalId, Map<number, JournalEntry>>;
	/** Texts apart that are held without their place, by hash. */
	strays: Map<JournalId, Map<string, JournalEntry>>;
	facts: Map<FactId, KeptFact>;
	byApplication: Map<string, FactId[]>;
	parties: Map<string, Map<OrgId, Party>>;
	streams: Map<OrgId, StreamEntry[]>;
	inStream: Map<OrgId, Set<FactId>>;
	quarantine: Map<string, QuarantineItem>;
	applications: Map<string, ProjectedRow>;
};

export const emptyMemoryState = (): MemoryState => ({
	epoch: undefined,
	earlierEpochs: [],
	serverJournal: undefined,
	registry: [],
	flags: new Map(),
	judging: null,
	projectionVersion: undefined,
	projectedThrough: 0,
	lawRefold: null,
	mark: 0,
	journals: new Map(),
	entries: new Map(),
	strays: new Map(),
	facts: new Map(),
	byApplication: new Map(),
	parties: new Map(),
	streams: new Map(),
	inStream: new Map(),
	quarantine: new Map(),
	applications: new Map()
});

/** Reads of the memory store; `at` is asked each time, for a restore swaps the whole state. */
export function memoryReads(at: () => MemoryState): JournalReads {
	const factOf = (id: FactId): StoredFact => storedFact(at().facts.get(id)!);
	const head = (org: OrgId): StreamHead => {
		const last = at().streams.get(org)?.at(-1);
		return { org, position: last?.position ?? 0, hash: last?.hash ?? '' };
	};
	return {
		...memoryQuarantineReads(at),
		...memoryReportReads(at),
		...memorySessionReads(at),
		journals: async (ids) => pick(at().journals, ids),
		heldSeqs: async (org) =>
			Object.fromEntries(
				[...at().journals.values()]
					.filter((each) => org === undefined || each.org === org)
					.map(({ journal, held }) => [journal, held])
			),
		entries: async (ranges) =>
			ranges.flatMap(({ journal, from, to }) =>
				[...(at().entries.get(journal)?.values() ?? [])]
					.filter(({ seq }) => seq >= from && seq <= to)
					.map(({ journal, seq, hash, factId }) => ({ journal, seq, hash, factId }))
			),
		strays: async (ranges) => ranges.flatMap((range) => straysIn(at(), range)),
		texts: async (journal) =>
			[...(at().entries.get(journal)?.values() ?? [])]
				.sort((a, b) => a.seq - b.seq)
				.map(({ seq, hash, text, factId }) => ({ seq, hash, text: text ?? at().facts.get(factId!)!.text })),
		heldIds: async (journal, after) => {
			const entries = [...(at().entries.get(journal)?.values() ?? [])].filter(({ seq }) => seq > after);
			const apart = [...(at().strays.get(journal)?.values() ?? [])].filter(({ seq }) => seq > after);
			const facts = [...at().facts.values()].filter((fact) => fact.journal === journal && fact.seq > after);
			const ids = [...[...entries, ...apart].map(({ factId }) => factId), ...facts.map(({ id }) => id)];
			return [...new Set(ids)].filter((id) => id !== null);
		},
		knownFacts: async (ids) =>
			new Map([...pick(at().facts, ids)].map(([id, { hash, lacksPersonal }]) => [id, { hash, lacksPersonal }])),
		parties: async (numbers) => numbers.flatMap((number) => [...(at().parties.get(number)?.values() ?? [])]),
		// This store knows no devices.
		deviceOrgs: async () => new Map(),
		factsOf: async (numbers) =>
			new Map([...pick(at().byApplication, numbers)].map(([number, ids]) => [number, ids.map(factOf)])),
		streamHeads: async (orgs) => new Map(orgs.map((org) => [org, head(org)])),
		streamHashAt: async (org, position) => at().streams.get(org)?.[position - 1]?.hash,
		streamPage: async ({ org, after, through, limit, except }) =>
			(at().streams.get(org)?.slice(after, through) ?? [])
				.map(({ org, position, hash, factId }) => ({ org, position, hash, fact: factOf(factId) }))
				.filter(
					({ fact }) =>
						fact.journal !== except?.journal || fact.seq > except.throughSeq || at().facts.get(fact.id)?.stray
				)
				.slice(0, limit),
		delivered: async (org, ids) => new Set(ids.filter((id) => at().inStream.get(org)?.has(id))),
		findApplications: async ({ org, key, limit }) =>
			[...at().applications.values()]
				.filter((row) => org === undefined || at().parties.get(row.number)?.has(org))
				.filter((row) => key === undefined || row.keys.some((each) => each.startsWith(key)))
				.sort((a, b) => (a.number < b.number ? -1 : 1))
				.slice(0, limit),
		applicationsAfter: async (number, limit) =>
			[...at().byApplication.keys()]
				.filter((each) => each > number)
				.sort()
				.slice(0, limit),
		arrivedAfter: async (nr, limit) =>
			[...at().facts.values()]
				.slice(nr, nr + limit)
				.map(({ applications }, place) => ({ nr: nr + place + 1, applications })),
		projectedThrough: async () => at().projectedThrough,
		lawFacts: async () =>
			[...at().facts.values()].flatMap((fact, place) =>
				storedFeeds(fact, 'law') ? [{ nr: place + 1, fact: storedFact(fact) }] : []
			),
		lastLawFact: async () => [...at().facts.values()].findLastIndex((fact) => storedFeeds(fact, 'law')) + 1,
		staffingFacts: async (org) =>
			[...at().facts.values()].filter((fact) => storedFeeds(fact, 'staffing') && saidBy(fact) === org).map(storedFact),
		countRegistryFacts: async () => at().registry.length,
		registryFacts: async () => at().registry.map(factOf),
		serverJournal: async () => at().serverJournal,
		flags: async (facts) => [...at().flags.values()].filter(({ fact }) => facts.includes(fact)),
		unprovenJournals: async () => {
			const journals = unprovenIn(at()).flatMap((id) => [
				at().facts.get(id)?.journal,
				...placesIn(at(), id).map(({ journal }) => journal)
			]);
			return [...new Set(journals)].filter((journal) => journal !== undefined);
		},
		unprovenUpTo: async (journal, seq) =>
			unprovenIn(at()).filter((id) =>
				placesIn(at(), id).some((place) => place.journal === journal && place.seq <= seq)
			),
		placesOf: async (ids) => ids.flatMap((id) => placesIn(at(), id)),
		flaggedActors: async () => [
			...new Set([...at().flags.values()].flatMap(({ actor, stands }) => (stands && actor ? [actor] : [])))
		],
		flaggedOf: async (actors, why) =>
			[...at().flags.values()].flatMap(({ fact, actor, stands, reason }) =>
				stands && reason === why && actor !== null && actors.includes(actor) ? [fact] : []
			),
		factsAfter: async (nr, limit) =>
			[...at().facts.values()]
				.slice(nr, nr + limit)
				.map((fact, place) => ({ nr: nr + place + 1, fact: storedFact(fact) })),
		judgedFrom: async () => 0,
		importsJudgedFrom: async () => 0,
		judging: async () => at().judging,
		lawRefold: async () => at().lawRefold,
		numbersWithKey: async ({ key, org }, after, limit) =>
			[...at().applications.values()]
				.filter(({ number, keys }) => number > after && keys.includes(key))
				.filter(({ number }) => org === undefined || at().parties.get(number)?.has(org))
				.map(({ number }) => number)
				.sort()
				.slice(0, limit),
		numbersOfRange: async ({ journal, from, to }, after, limit) => {
			const facts = [...at().facts.values()].filter(
				(fact) => fact.journal === journal && from <= fact.seq && fact.seq <= to
			);
			const numbers = facts.flatMap(({ applications }) => applications).filter((number) => number > after);
			return [...new Set(numbers)].sort().slice(0, limit);
		},
		projectionVersion: async () => at().projectionVersion,
		mark: async () => at().mark,
		lastFact: async () => {
			const ids = [...at().facts.keys()];
			return ids.length === 0 ? null : { nr: ids.length, id: ids.at(-1)! };
		},
		factIdAt: async (nr) => [...at().facts.keys()][nr - 1],
		epoch: async () => at().epoch,
		earlierEpochs: async () => at().earlierEpochs
	};
}

function straysIn(state: MemoryState, { journal, from, to }: SeqRange): Stray[] {
	const facts = [...state.facts.values()].filter((fact) => fact.journal === journal && fact.stray);
	const apart = [...(state.strays.get(journal)?.values() ?? [])];
	const strays = [
		...facts.map(({ seq, hash, id, text }) => ({ journal, seq, hash, factId: id, text, isHome: true })),
		...apart.map(({ seq, hash, factId, text }) => ({ journal, seq, hash, factId, text: text!, isHome: false }))
	];
	return strays
		.filter(({ seq }) => seq >= from && seq <= to)
		.flatMap(({ text, ...stray }) => {
			const said = placeIn(text);
			return said ? [{ ...stray, prev: said.prev }] : [];
		});
}

const unprovenIn = ({ flags }: MemoryState): FactId[] =>
	[...flags.values()].filter(({ reason, stands }) => reason === 'unproven' && stands).map(({ fact }) => fact);

function placesIn({ facts, entries }: MemoryState, id: FactId): PlacedText[] {
	const fact = facts.get(id);
	if (!fact) return [];
	const { text: own } = fact;
	return [...entries.values()]
		.flatMap((places) => [...places.values()])
		.filter(({ factId }) => factId === id)
		.map(({ journal, seq, text }) => ({ id, journal, seq, text: text ?? own, own }));
}

function storedFact({ id, journal, seq, hash, text, type, applications, personal }: KeptFact): StoredFact {
	return { id, journal, seq, hash, text, type, applications, personal };
}

function pick<K, V>(map: ReadonlyMap<K, V>, keys: readonly K[]): Map<K, V> {
	const picked = new Map<K, V>();
	for (const key of keys) {
		const value = map.get(key);
		if (value !== undefined) picked.set(key, value);
	}
	return picked;
}
