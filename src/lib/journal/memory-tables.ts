import { type FactId } from '#lib/domain/fact/ids.ts';
import { type PersonalPart, type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type ApplicationRow, type Aside, type Draft, type KnownHead, type StoredRegister } from './device-store.ts';

type Ids = readonly FactId[];

/** The tables of the memory store. Values are never changed in place, so a shallow copy of a table is a snapshot. */
export type MemoryTables<A extends ApplicationRow, R extends StoredRegister> = {
	facts: Map<FactId, StoredFact>;
	personal: Map<FactId, PersonalPart>;
	byApplication: Map<string, Ids>;
	byRegister: Map<string, Ids>;
	byJournal: Map<string, Ids>;
	/** Own `journal:seq`, each taken once. */
	places: Map<string, FactId>;
	applications: Map<string, A>;
	registers: Map<string, R>;
	counters: Map<string, number>;
	drafts: Map<string, Draft>;
	asides: Map<string, Aside>;
	meta: Map<string, unknown>;
	signedHeads: Map<string, KnownHead>;
};

export function emptyTables<A extends ApplicationRow, R extends StoredRegister>(): MemoryTables<A, R> {
	return {
		facts: new Map(),
		personal: new Map(),
		byApplication: new Map(),
		byRegister: new Map(),
		byJournal: new Map(),
		places: new Map(),
		applications: new Map(),
		registers: new Map(),
		counters: new Map(),
		drafts: new Map(),
		asides: new Map(),
		meta: new Map(),
		signedHeads: new Map()
	};
}

/** A snapshot of the whole store: what a copied disk image holds. */
export function copyTables<A extends ApplicationRow, R extends StoredRegister>(
	tables: MemoryTables<A, R>
): MemoryTables<A, R> {
	const entries = Object.entries(tables).map(([name, table]) => [name, new Map(table as Map<string, unknown>)]);
	return Object.fromEntries(entries) as MemoryTables<A, R>;
}

/** Writes to tables and can roll all of it back: the transaction of the memory store. */
export class UndoLog {
	readonly #undo: (() => void)[] = [];

	set<K, V>(table: Map<K, V>, key: K, value: V): void {
		this.#remember(table, key);
		table.set(key, value);
	}

	delete<K, V>(table: Map<K, V>, key: K): void {
		this.#remember(table, key);
		table.delete(key);
	}

	rollBack(): void {
		for (const step of this.#undo.reverse()) step();
	}

	#remember<K, V>(table: Map<K, V>, key: K): void {
		const had = table.has(key);
		const before = table.get(key) as V;
		this.#undo.push(() => (had ? table.set(key, before) : table.delete(key)));
	}
}
