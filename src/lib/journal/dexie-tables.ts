import { type EntityTable, type Table } from 'dexie';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type ApplicationRow, type Aside, type Draft, type KnownHead, type StoredRegister } from './device-store.ts';
import { registersOf } from './registers-of.ts';

/** A fact as IndexedDB keeps it: its personal part is in a store of its own, so that it can be purged. */
export type FactRow = Omit<StoredFact, 'personal'> & {
	registers: string[];
	/** `ownPlace`, only in facts written here: unique, so two tabs can never write the same seq. */
	own?: string;
};
type PersonalRow = { id: StoredFact['id']; salt: string; text: string };
type CounterRow = { place: string; count: number };
export type MetaRow = { key: string; value: unknown };

export type DeviceTables<A extends ApplicationRow, R extends StoredRegister> = {
	facts: EntityTable<FactRow, 'id'>;
	personal: EntityTable<PersonalRow, 'id'>;
	applications: Table<A, string>;
	registers: Table<R, string>;
	counters: EntityTable<CounterRow, 'place'>;
	drafts: EntityTable<Draft, 'id'>;
	asides: EntityTable<Aside, 'hash'>;
	meta: EntityTable<MetaRow, 'key'>;
	signedHeads: EntityTable<KnownHead, 'journal'>;
};

/** Indexes of the stores that are not projections. */
export const FIXED_INDEXES = {
	facts: 'id, type, *applications, *registers, [journal+seq], &own',
	personal: 'id',
	counters: 'place',
	drafts: 'id, kind',
	asides: 'hash',
	meta: 'key',
	signedHeads: 'journal'
};

/** Journal and seq as a key that sorts by seq. */
export const ownPlace = (journal: string, seq: number): string => `${journal}:${String(seq).padStart(16, '0')}`;

export function factRowOf(fact: StoredFact, own: boolean): FactRow {
	const { id, journal, seq, hash, text, type, applications } = fact;
	const row: FactRow = { id, journal, seq, hash, text, type, applications, registers: registersOf(fact) };
	return own ? { ...row, own: ownPlace(journal, seq) } : row;
}

export function storedFactFrom(row: FactRow, personal: PersonalRow | undefined): StoredFact {
	const { id, journal, seq, hash, text, type, applications } = row;
	const part = personal ? { salt: personal.salt, text: personal.text } : null;
	return { id, journal, seq, hash, text, type, applications, personal: part };
}
