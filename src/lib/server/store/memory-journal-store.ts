import { type JournalId } from '#lib/domain/fact/ids.ts';
import { type JournalEntry, type JournalStore, type JournalTransaction } from './journal-store.ts';
import { emptyMemoryState, memoryReads, type MemoryState } from './memory-state.ts';

export type MemoryJournalStore = JournalStore & {
	/** A copy of everything as it is now: what a backup would hold. */
	snapshot(): MemoryState;
	/** Becomes that copy, as if the database had been copied back. */
	restore(copy: MemoryState): void;
};

/** A journal store in memory, for tests and the simulation. */
export function createMemoryJournalStore(): MemoryJournalStore {
	let state = emptyMemoryState();
	let tail: Promise<unknown> = Promise.resolve();
	return {
		...memoryReads(() => state),
		write: (work) => {
			const run = tail.then(async () => {
				const undo: Undo = [];
				try {
					return await work(memoryTransaction(state, undo));
				} catch (error) {
					for (const step of undo.reverse()) step();
					throw error;
				}
			});
			tail = run.catch(() => undefined);
			return run;
		},
		close: async () => undefined,
		snapshot: () => structuredClone(state),
		restore: (copy) => {
			state = structuredClone(copy);
		}
	};
}

type Undo = (() => void)[];

function memoryTransaction(state: MemoryState, undo: Undo): JournalTransaction {
	const reads = memoryReads(() => state);
	const put = <K, V>(map: Map<K, V>, key: K, value: V): void => {
		const before = map.get(key);
		undo.push(() => (before === undefined ? map.delete(key) : map.set(key, before)));
		map.set(key, value);
	};
	const insert = <K, V>(map: Map<K, V>, key: K, value: V, what: string): void => {
		if (map.has(key)) throw new Error(`${what} ${String(key)} is there already`);
		put(map, key, value);
	};
	const within = <K, V extends object>(map: Map<K, V>, key: K, empty: () => V): V => {
		if (!map.has(key)) put(map, key, empty());
		return map.get(key)!;
	};
	const drop = <K, V>(map: Map<K, V>, key: K): void => {
		const before = map.get(key)!;
		undo.push(() => map.set(key, before));
		map.delete(key);
	};
	const placesOf = (journal: JournalId) => within(state.entries, journal, () => new Map<number, JournalEntry>());
	const straysOf = (journal: JournalId) => within(state.strays, journal, () => new Map<string, JournalEntry>());
	const count = (rows: readonly unknown[]): void => {
		const before = state.mark;
		undo.push(() => (state.mark = before));
		state.mark += rows.length;
	};
	return {
		...reads,
		// It is one process's own.
		foreignWrites: 0,
		lockStreams: (orgs) => reads.streamHeads(orgs),
		saveJournals: async (rows) => rows.forEach((row) => put(state.journals, row.journal, { ...row })),
		addEntries: async (entries) => {
			count(entries);
			for (const entry of entries) {
				const { journal, seq, hash, stray } = entry;
				if (!stray) insert(placesOf(journal), seq, { ...entry }, `Entry of ${journal}`);
				else if (!straysOf(journal).has(hash)) put(straysOf(journal), hash, { ...entry });
			}
		},
		placeStrays: async (strays) => {
			count(strays);
			for (const { journal, seq, hash, factId, isHome } of strays) {
				const text = isHome ? null : straysOf(journal).get(hash)!.text;
				insert(placesOf(journal), seq, { journal, seq, hash, factId, text }, `Entry of ${journal}`);
				if (isHome) put(state.facts, factId!, { ...state.facts.get(factId!)!, stray: false });
				else drop(straysOf(journal), hash);
			}
		},
		addFacts: async (facts) => {
			count(facts);
			for (const fact of facts) {
				insert(state.facts, fact.id, { ...fact }, 'Fact');
				for (const number of fact.applications)
					put(state.byApplication, number, [...(state.byApplication.get(number) ?? []), fact.id]);
			}
		},
		addPersonal: async (parts) => {
			for (const { id, personal } of parts)
				put(state.facts, id, { ...state.facts.get(id)!, personal, lacksPersonal: false });
		},
		saveParties: async (rows) =>
			rows.forEach((row) =>
				put(
					within(state.parties, row.application, () => new Map()),
					row.org,
					{ ...row }
				)
			),
		removeParties: async (rows) => {
			for (const { application, org } of rows) {
				const parties = state.parties.get(application);
				const row = parties?.get(org);
				if (!parties || !row) continue;
				undo.push(() => parties.set(org, row));
				parties.delete(org);
			}
		},
		appendToStreams: async (entries) => {
			for (const entry of entries) {
				const stream = within(state.streams, entry.org, () => []);
				const seen = within(state.inStream, entry.org, () => new Set());
				if (seen.has(entry.factId)) throw new Error(`Fact ${entry.factId} is delivered to ${entry.org} already`);
				if (entry.position !== stream.length + 1) throw new Error(`Position ${entry.position} is not the next`);
				undo.push(() => {
					stream.pop();
					seen.delete(entry.factId);
				});
				stream.push({ ...entry });
				seen.add(entry.factId);
			}
		},
		saveApplications: async (rows) => rows.forEach((row) => put(state.applications, row.number, { ...row })),
		addQuarantined: async (items) => {
			for (const item of items) {
				const known = state.quarantine.get(item.hash);
				if (!known || (known.cause === 'journal' && item.cause !== 'journal'))
					put(state.quarantine, item.hash, { ...item });
			}
		},
		fillQuarantined: async (items) => {
			for (const { hash, journal, seq, text, personal } of items) {
				const entry = state.entries.get(journal)?.get(seq);
				if (entry?.hash === hash && entry.text === '') put(state.entries.get(journal)!, seq, { ...entry, text });
				const item = state.quarantine.get(hash);
				if (item?.text === '') put(state.quarantine, hash, { ...item, text, personal });
			}
		},
		endQuarantine: async (hashes, how, at) => {
			for (const hash of hashes) {
				const item = state.quarantine.get(hash);
				if (item?.state === 'open') put(state.quarantine, hash, { ...item, state: how, endedAt: at });
			}
		},
		saveProjectionVersion: async (version) => {
			const before = state.projectionVersion;
			undo.push(() => (state.projectionVersion = before));
			state.projectionVersion = version;
		},
		saveProjectedThrough: async (nr) => {
			const before = state.projectedThrough;
			undo.push(() => (state.projectedThrough = before));
			state.projectedThrough = nr;
		},
		saveLawRefold: async (refold) => {
			const before = state.lawRefold;
			undo.push(() => (state.lawRefold = before));
			state.lawRefold = refold;
		},
		saveFlags: async (rows) => rows.forEach((row) => put(state.flags, `${row.fact} ${row.reason}`, { ...row })),
		saveJudging: async (judging) => {
			const before = state.judging;
			undo.push(() => (state.judging = before));
			state.judging = judging;
		},
		addRegistryFacts: async (ids) => {
			const before = state.registry;
			undo.push(() => (state.registry = before));
			state.registry = [...before, ...ids];
		},
		saveServerJournal: async (journal) => {
			const before = state.serverJournal;
			undo.push(() => (state.serverJournal = before));
			state.serverJournal = journal;
		},
		// It has no rows of people and devices.
		saveRegistered: async () => undefined,
		saveEpoch: async (epoch) => {
			const { epoch: before, earlierEpochs } = state;
			undo.push(() => Object.assign(state, { epoch: before, earlierEpochs }));
			state.epoch = epoch;
			if (before !== undefined && before !== epoch) state.earlierEpochs = [...earlierEpochs, before];
		}
	};
}
