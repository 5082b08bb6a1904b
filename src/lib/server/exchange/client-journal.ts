import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalHead, type Stamp, writeFact } from '#lib/domain/fact/write-fact.ts';
import { makePaperNumber, type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { randomInt } from 'node:crypto';
import { type DeviceKey, signed } from '#lib/protocol/device-key.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/sync-messages.ts';
import type { Database } from '../store/database.ts';
import { type JournalReads } from '../store/journal-store.ts';
import { readArrival } from '../sync/read-arrival.ts';
import { type SyncServer } from '../sync/sync-server.ts';
import { type Client } from './clients.ts';
import { headOf } from './fact-page.ts';

/** The end of the journal that the server keeps for a client. */
export async function headOfClient(
	reads: Pick<JournalReads, 'journals'>,
	{ journal }: Pick<Client, 'journal'>
): Promise<JournalHead> {
	const state = (await reads.journals([journal])).get(journal);
	return { journal, seq: state?.held ?? 0, hash: state?.heldHash ?? '' };
}

/** Gives drafts their place after the head and their text, by the server's own clock. */
export function writeForClient(
	head: JournalHead,
	drafts: readonly FactDraft[],
	stamp: Omit<Stamp, 'clock'>,
	newId: () => FactId
): StoredFact[] {
	const source = { newId, newSalt: () => crypto.randomUUID() };
	const written: StoredFact[] = [];
	for (const draft of drafts) {
		const last = written.at(-1);
		const after = last ? { journal: head.journal, seq: last.seq, hash: last.hash } : head;
		written.push(writeFact(draft, { ...stamp, clock: { offsetMs: 0, ageMs: 0 } }, after, source));
	}
	return written;
}

/** Whether these are of the form that every reader asks of a fact. */
export const areReadable = (facts: readonly StoredFact[]): boolean =>
	facts.every(({ text, personal }) => readArrival({ text, personal }).cause === null);

/**
 * Signs facts and hands them in as a device does, through the one door that all facts take: so they are judged, delivered and projected like any others.
 * @returns false where something else was written to this journal meanwhile: then nothing of them is recorded
 */
export async function handIn(
	{ receiver, store, epoch }: Pick<SyncServer, 'receiver' | 'store' | 'epoch'>,
	{ client: { device, org, journal }, key }: { client: Pick<Client, 'device' | 'org' | 'journal'>; key: DeviceKey },
	head: JournalHead,
	facts: readonly StoredFact[]
): Promise<boolean> {
	const last = facts.at(-1)!;
	const { position, hash } = await headOf(store, org);
	const signature = await signed(crypto.subtle, key, { purpose: 'push', journal, seq: last.seq, hash: last.hash });
	const answer = await receiver.receive(
		{
			protocol: PROTOCOL_VERSION,
			journal,
			lastSeq: last.seq,
			ackedSeq: head.seq,
			ackedHash: head.hash,
			cursor: { epoch: epoch.current(), position, hash },
			facts: facts.map(({ text, personal }) => ({ text, personal })),
			signed: { seq: last.seq, hash: last.hash, signature }
		},
		{ id: device, org, key: key.key }
	);
	return answer.forked === undefined && answer.ackedSeq >= last.seq;
}

/** The next number of a register of this client. One that is not used afterwards is a gap, never a second register. */
export async function nextRegisterNumber(
	db: Database,
	{ id, number }: Pick<Client, 'id' | 'number'>
): Promise<PaperNumber> {
	const { registers } = await db
		.updateTable('exchange_clients')
		.set((eb) => ({ registers: eb('registers', '+', 1) }))
		.where('id', '=', id)
		.returning('registers')
		.executeTakeFirstOrThrow();
	return makePaperNumber(9, number, registers, randomInt(1000));
}
