import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type Instant, type JournalId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type Envelope } from '#lib/domain/fact/fact.ts';
import { placeOf, SERVER_ORG, writeAfter } from '../registry/server-journal.ts';
import { type JournalTransaction } from '../store/journal-store.ts';
import { nativeSha256 } from '../sync/read-arrival.ts';
import { type NewFact } from '../sync/group-state.ts';

const SERVER_DEVICE = 'server';
const BY = { actor: 'server' as StaffId, role: 'authorityAdmin', org: SERVER_ORG } as const;

/**
 * The journal in which the server of an epoch says what it thinks of facts. After a restore a new one begins: what an old one held
 * beyond the backup is unknown, and a place must never be given twice.
 */
const journalOf = (epoch: string | undefined): JournalId =>
	`verdicts-${nativeSha256(epoch ?? '').slice(0, 24)}` as JournalId;

/** Stores verdicts at the end of the journal, without delivering them. */
export async function writeVerdicts(
	tx: JournalTransaction,
	drafts: readonly FactDraft[],
	at: Instant
): Promise<NewFact[]> {
	if (drafts.length === 0) return [];
	const journal = journalOf(await tx.epoch());
	const state = (await tx.journals([journal])).get(journal);
	const head = { journal, seq: state?.held ?? 0, hash: state?.heldHash ?? '' };
	const written = writeAfter(head, drafts, { ...BY, at });
	const facts = written.map((fact): NewFact => ({
		kept: { ...fact, device: SERVER_DEVICE, receivedAt: at, lacksPersonal: false },
		envelope: JSON.parse(fact.text) as Envelope
	}));
	const last = written.at(-1)!;
	await tx.addFacts(facts.map(({ kept }) => kept));
	await tx.addEntries(written.map(placeOf));
	const { seq: held, hash: heldHash } = last;
	const ours = { device: SERVER_DEVICE, org: SERVER_ORG, signed: null };
	await tx.saveJournals([{ journal, held, heldHash, highest: held, ...ours }]);
	return facts;
}
