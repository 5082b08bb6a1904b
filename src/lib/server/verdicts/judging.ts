import { type Fact } from '#lib/domain/fact/fact.ts';
import { feeds } from '#lib/domain/fact/traits.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import {
	type JournalReads,
	type JournalStore,
	type JournalTransaction,
	type StreamEntry
} from '../store/journal-store.ts';
import { deliver } from '../sync/deliver.ts';
import { type NewFact } from '../sync/group-state.ts';
import { lawInStore } from '../sync/law-in-store.ts';
import { askAgain, askFor } from './ask-again.ts';
import { askDesksAgain } from './ask-desks-again.ts';
import { type HeardVerdict, hearVerdicts } from './hear-verdicts.ts';
import { draftsOf, isJudged, judge, rowsOf, type Said } from './judge.ts';
import { type SignedNews, unprovenFacts } from './unproven-facts.ts';
import { writeVerdicts } from './verdict-journal.ts';

/** Facts of one transaction that are looked through: a push waits for it no longer than for another push. */
const AT_ONCE = 1000;

export type Judging = {
	/** Judges facts in the transaction that has just stored them. @returns the verdicts, stored and not delivered yet */
	arrived: (tx: JournalTransaction, facts: readonly NewFact[], at: number) => Promise<NewFact[]>;
	/** Asks again for what was not proven, where signatures came or the same facts in other journals. */
	signed: (tx: JournalTransaction, news: SignedNews) => Promise<void>;
	/** Hears what devices hold of a server before a restore (`hear-verdicts`). */
	heard: (tx: JournalTransaction, verdicts: readonly HeardVerdict[]) => Promise<void>;
	/** Judges the next facts again that something later bears on. @returns what was put into streams; null where nothing is left */
	again: (store: JournalStore, at: number) => Promise<StreamEntry[] | null>;
};

type Deps = {
	registry: () => Pick<Registry, 'people' | 'devices' | 'journals' | 'agreed'>;
	/** How many facts the registry was made of: what the database has beyond is not read yet. */
	registryFacts: () => number;
	/** Another process has written: reads the registry as this transaction sees it. Default: nobody else writes. */
	follow?: (tx: JournalReads) => Promise<void>;
	/** Devices may hold verdicts that were lost here. Default: they do not. */
	isRestored?: () => boolean;
	/** Something that was taken bears on facts before it. */
	asked?: () => void;
};

/** The server's judgement of what it takes, by the people and the law that it knows. */
export function createJudging({ registry, registryFacts, follow, isRestored, asked }: Deps): Judging {
	let known: Law | undefined;
	let seen = 0;
	const unproven = unprovenFacts();

	/** What is kept in memory was read before another process wrote. */
	const catchUp = async (tx: JournalTransaction): Promise<void> => {
		if (tx.foreignWrites === seen) return;
		known = undefined;
		unproven.forget();
		await follow?.(tx);
		seen = tx.foreignWrites;
	};

	/** The law before these facts: what they themselves say of it is judged by that. What changes it may still be undone. */
	const lawBefore = async (reads: JournalReads, facts: readonly Fact[]): Promise<Law> => {
		const fresh = new Set(facts.flatMap((fact) => (isLaw(fact) ? [fact.id] : [])));
		const law = known ?? (await lawInStore(reads, fresh));
		known = fresh.size > 0 ? undefined : law;
		return law;
	};

	const say = async (tx: JournalTransaction, said: Said, at: number): Promise<NewFact[]> => {
		if (said.length === 0) return [];
		const verdicts = await writeVerdicts(tx, draftsOf(said), at);
		await tx.saveFlags(rowsOf(said));
		unproven.flagged(said);
		return verdicts;
	};

	return {
		arrived: async (tx, arrived, at) => {
			await catchUp(tx);
			if (registry().people.size === 0) return [];
			const facts = arrived.flatMap(({ envelope }) => (isJudged(envelope) ? [envelope] : []));
			const law = await lawBefore(tx, facts);
			const relayed = arrived.filter(({ isRelayed }) => isRelayed).map(({ kept }) => kept);
			const ground = {
				...{ registry: registry(), law },
				placed: new Set(arrived.flatMap(({ kept }) => (kept.stray ? [] : [kept.id]))),
				mayFollow: new Set(relayed.map(({ id }) => id))
			};
			const verdicts = await say(tx, await judge(tx, facts, ground, !isRestored?.()), at);
			const journals = [...new Set(relayed.map(({ journal }) => journal))];
			if (journals.length > 0) await askFor(tx, { facts: [], actors: [], journals });
			const said = verdicts.map(({ envelope }) => envelope as unknown as Fact);
			const again = [await askAgain(tx, [...facts, ...said]), await askDesksAgain(tx, facts, registry())];
			if (again.includes(true) || journals.length > 0) asked?.();
			return verdicts;
		},
		signed: async (tx, news) => {
			await catchUp(tx);
			if (registry().people.size > 0 && (await unproven.askAgain(tx, news))) asked?.();
		},
		heard: async (tx, verdicts) => {
			await catchUp(tx);
			if (registry().people.size > 0 && (await hearVerdicts(tx, verdicts))) asked?.();
		},
		again: async (store, at) => {
			if ((await store.judging()) === null || (await store.countRegistryFacts()) !== registryFacts()) return null;
			return store.write(async (tx) => {
				await catchUp(tx);
				const wanted = await tx.judging();
				if (!wanted) return null;
				const page = await tx.factsAfter(wanted.after, AT_ONCE);
				const last = page.at(-1);
				if (!last) {
					await tx.saveJudging(null);
					return null;
				}
				await tx.saveJudging({ ...wanted, after: last.nr });
				const ids = new Set(wanted.facts);
				const isConcerned = ({ id, journal, text }: StoredFact): boolean =>
					ids.has(id) || wanted.journals.includes(journal) || wanted.actors.some((actor) => text.includes(actor));
				const concerned = page.filter(({ fact }) => isConcerned(fact));
				const facts = readableFacts(concerned.map(({ fact }) => ({ ...fact, personal: null })));
				// Verdicts of this transaction may bear on the law: it is read anew.
				known = undefined;
				const law = await lawInStore(tx);
				const mark = await tx.importsJudgedFrom();
				const beforeAuthority = new Set(page.flatMap(({ nr, fact }) => (nr <= mark ? [fact.id] : [])));
				const ground = { registry: registry(), law, beforeAuthority };
				const verdicts = await say(tx, await judge(tx, facts, ground, false), at);
				if (verdicts.length === 0) return [];
				await askAgain(
					tx,
					verdicts.map(({ envelope }) => envelope as unknown as Fact)
				);
				return deliver(tx, verdicts);
			});
		}
	};
}

const isLaw = (fact: Fact): boolean => feeds(fact, 'law');
