import { type FactId, type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalTables } from './journal-tables.ts';
import { type JournalState, type QuarantineItem, type QuarantineState, type StreamHead } from './journal-store.ts';

type FactRow = Pick<JournalTables['facts'], 'id' | 'journal' | 'seq' | 'hash' | 'text' | 'type' | 'applications'> & {
	salt: string | null;
	personal: string | null;
};

/** A joined row of `facts` and `fact_personal` as the fact that every store keeps. */
export function storedFact({ id, journal, seq, hash, text, type, applications, salt, personal }: FactRow): StoredFact {
	return {
		id: id as FactId,
		journal: journal as JournalId,
		seq: Number(seq),
		hash,
		text,
		type,
		applications: JSON.parse(applications) as string[],
		personal: salt === null || personal === null ? null : { salt, text: personal }
	};
}

export function stateOf(row: JournalTables['journals']): JournalState {
	const { device, held_hash: heldHash, signed_hash: hash, signature } = row;
	const [journal, org] = [row.journal as JournalId, row.org as OrgId];
	const signed = row.signed ? { seq: Number(row.signed), hash, signature } : null;
	return { journal, device, org, held: Number(row.held), heldHash, highest: Number(row.highest), signed };
}

export function headOf({ org, position, hash }: JournalTables['stream_heads']): StreamHead {
	return { org: org as OrgId, position: Number(position), hash };
}

export function itemOf(row: JournalTables['quarantine']): QuarantineItem {
	const { hash, text, salt, personal, cause, device } = row;
	return {
		hash,
		journal: row.journal as JournalId,
		seq: Number(row.seq),
		text,
		personal: salt === null || personal === null ? null : { salt, text: personal },
		cause,
		state: row.state as QuarantineState,
		device,
		at: Number(row.at),
		endedAt: row.ended_at === null ? null : Number(row.ended_at)
	};
}
