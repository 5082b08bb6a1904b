import { storyFacts } from '#lib/domain/application/story-facts.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import {
	type JournalReads,
	type JournalStore,
	type JournalTransaction,
	type Projector,
	type StreamEntry
} from '../store/journal-store.ts';
import { type Judging } from '../verdicts/judging.ts';
import { deliver } from './deliver.ts';
import { readGroup, type GroupState, type Incoming, type NewFact } from './group-state.ts';
import { lawInStore } from './law-in-store.ts';
import { takeRequest, type Taken } from './take-request.ts';

export type Committed = {
	taken: Taken[];
	/** What was put into streams, and the new facts, for those who are about to pull them. */
	appended: StreamEntry[];
	facts: ReadonlyMap<FactId, StoredFact>;
	/** Facts that were held without a place got theirs. */
	placed: boolean;
};

type CommitDeps = {
	projector?: Projector | undefined;
	relaysAreAsked?: boolean | undefined;
	judging?: Judging | undefined;
};

/** Takes a group of requests in one transaction: read in bulk, judge in memory, write in bulk. */
export async function commitGroup(
	store: JournalStore,
	group: readonly Incoming[],
	at: number,
	{ projector, relaysAreAsked, judging }: CommitDeps = {}
): Promise<Committed> {
	const takeAll = async (reads: JournalReads): Promise<{ state: GroupState; taken: Taken[] }> => {
		const state = await readGroup(reads, group, relaysAreAsked);
		return { state, taken: group.map((incoming) => takeRequest(state, incoming, at)) };
	};
	if (group.every(({ arrivals, signed, heads = [] }) => arrivals.length === 0 && !signed && heads.length === 0))
		return { taken: (await takeAll(store)).taken, appended: [], facts: new Map(), placed: false };
	return store.write(async (tx) => {
		const { state, taken } = await takeAll(tx);
		const { appended, verdicts } = await save(tx, state, at, { projector, judging });
		const facts = new Map([...state.facts, ...verdicts].map(({ kept }) => [kept.id, kept]));
		return { taken, appended, facts, placed: state.placed.length > 0 };
	});
}

async function save(
	tx: JournalTransaction,
	state: GroupState,
	at: number,
	{ projector, judging }: Pick<CommitDeps, 'projector' | 'judging'>
): Promise<{ appended: StreamEntry[]; verdicts: NewFact[] }> {
	let appended: StreamEntry[] = [];
	let verdicts: NewFact[] = [];
	if (state.quarantined.length > 0) await tx.addQuarantined(state.quarantined);
	if (state.filled.length > 0) await tx.fillQuarantined(state.filled);
	if (state.released.length > 0) await tx.endQuarantine(state.released, 'released', at);
	if (state.personal.length > 0) await tx.addPersonal(state.personal);
	if (judging && state.heard.length > 0) await judging.heard(tx, state.heard);
	if (state.facts.length > 0) await tx.addFacts(state.facts.map(({ kept }) => kept));
	if (state.entries.length > 0) await tx.addEntries(state.entries);
	if (state.placed.length > 0) await tx.placeStrays(state.placed);
	if (state.changed.size > 0) await tx.saveJournals([...state.changed].map((journal) => state.journals.get(journal)!));
	// With their places and what is signed of them: a fact that comes with its signature is never flagged for want of it.
	if (judging) await judging.signed(tx, state);
	if (state.facts.length > 0) {
		verdicts = (await judging?.arrived(tx, state.facts, at)) ?? [];
		appended = await deliver(tx, [...state.facts, ...verdicts]);
	}
	// A part that came late belongs to a fact that the projection is past already.
	if (projector && state.personal.length > 0) await project(tx, state.personal, projector);
	return { appended, verdicts };
}

/**
 * Folds each touched application once. A row that cannot be made is left as it was: the projection can be
 * rebuilt at any time, and no mistake of a fold may refuse what happened.
 */
export async function project(
	tx: JournalTransaction,
	touched: readonly { applications: readonly string[] }[],
	projector: Projector
): Promise<void> {
	const numbers = [...new Set(touched.flatMap(({ applications }) => applications))];
	if (numbers.length === 0) return;
	const facts = await storyFacts((wanted) => tx.factsOf(wanted), numbers);
	const law = await lawInStore(tx);
	const rows = [...facts].flatMap(([number, list]) => {
		try {
			return [projector(number, list, law)];
		} catch {
			return [];
		}
	});
	await tx.saveApplications(rows);
}
