import { v7 as uuid } from 'uuid';
import { type Envelope, type FactDraft } from '#lib/domain/fact/fact.ts';
import {
	type FactId,
	type Instant,
	type JournalId,
	type OrgId,
	type Role,
	type StaffId
} from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type JournalHead, writeFact } from '#lib/domain/fact/write-fact.ts';
import {
	type JournalEntry,
	type JournalReads,
	type JournalState,
	type JournalTransaction,
	type StreamEntry
} from '../store/journal-store.ts';
import { deliver } from '../sync/deliver.ts';
import { askAgain } from '../verdicts/ask-again.ts';

/** Who acts: an administrator, or the terminal of the server. */
type ServerStamp = { actor: StaffId; role: Role; org: OrgId; at: Instant };

/** The server's journals belong to no office. */
export const SERVER_ORG = 'server' as OrgId;
const SERVER_DEVICE = 'server';

const source = { newId: () => uuid() as FactId, newSalt: () => crypto.randomUUID() };

/** The end of the server's journal; of a new one where it has none yet. */
export async function serverHead(reads: Pick<JournalReads, 'serverJournal' | 'journals'>): Promise<JournalHead> {
	const journal = (await reads.serverJournal()) ?? (uuid() as JournalId);
	const state = (await reads.journals([journal])).get(journal);
	return { journal, seq: state?.held ?? 0, hash: state?.heldHash ?? '' };
}

/** Gives drafts their text and place after `head`, without storing them. The server's clock is the reference of all others. */
export function writeAfter(head: JournalHead, drafts: readonly FactDraft[], stamp: ServerStamp): StoredFact[] {
	const written: StoredFact[] = [];
	for (const draft of drafts) {
		const last = written.at(-1);
		const after = last ? { journal: head.journal, seq: last.seq, hash: last.hash } : head;
		written.push(writeFact(draft, { ...stamp, clock: { offsetMs: 0, ageMs: 0 } }, after, source));
	}
	return written;
}

/** The place of a fact that is its own text. */
export const placeOf = ({ journal, seq, hash, id }: StoredFact): JournalEntry => ({
	journal,
	seq,
	hash,
	factId: id,
	text: null
});

/**
 * Stores facts of the server's journal, delivers them, and counts them in the registry.
 * @param facts following the journal's head
 * @returns what was put into streams
 */
export async function storeOwn(
	tx: JournalTransaction,
	facts: readonly StoredFact[],
	receivedAt: Instant
): Promise<StreamEntry[]> {
	const last = facts.at(-1);
	if (!last) return [];
	const { journal } = last;
	const kept = facts.map((fact) => ({ ...fact, device: SERVER_DEVICE, receivedAt, lacksPersonal: false }));
	await tx.saveServerJournal(journal);
	await tx.addFacts(kept);
	await tx.addEntries(kept.map(placeOf));
	const appended = await deliver(
		tx,
		kept.map((fact) => ({ kept: fact, envelope: JSON.parse(fact.text) as Envelope }))
	);
	await tx.addRegistryFacts(facts.map(({ id }) => id));
	await askAgain(tx, readableFacts(facts));
	const state: JournalState = {
		journal,
		device: SERVER_DEVICE,
		org: SERVER_ORG,
		held: last.seq,
		heldHash: last.hash,
		highest: last.seq,
		signed: null
	};
	await tx.saveJournals([state]);
	return appended;
}
