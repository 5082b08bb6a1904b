import { type FactId, type JournalId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type DeviceMeta } from './device-meta.ts';
import {
	type ApplicationRow,
	type Aside,
	type DeviceReader,
	type Draft,
	type KnownHead,
	type StoredRegister,
	type RowQuery
} from './device-store.ts';
import { type MemoryTables } from './memory-tables.ts';

type Key = string | number;

export class MemoryReader<A extends ApplicationRow, R extends StoredRegister> implements DeviceReader<A, R> {
	protected readonly tables: MemoryTables<A, R>;

	constructor(tables: MemoryTables<A, R>) {
		this.tables = tables;
	}

	async meta<K extends keyof DeviceMeta>(key: K): Promise<DeviceMeta[K] | undefined> {
		return this.tables.meta.get(key) as DeviceMeta[K] | undefined;
	}

	async heldIds(ids: readonly FactId[]): Promise<Set<FactId>> {
		return new Set(ids.filter((id) => this.tables.facts.has(id)));
	}

	async byIds(ids: readonly FactId[]): Promise<StoredFact[]> {
		return [...new Set(ids)].flatMap((id) => {
			const fact = this.tables.facts.get(id);
			return fact ? [{ ...fact, personal: this.tables.personal.get(id) ?? null }] : [];
		});
	}

	async afterSeq(journal: JournalId, seq: number, limit: number): Promise<StoredFact[]> {
		const facts = await this.byIds(this.tables.byJournal.get(journal) ?? []);
		return facts
			.filter((fact) => fact.seq > seq)
			.sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1))
			.slice(0, limit);
	}

	async ownAfterSeq(journal: JournalId, seq: number, limit: number): Promise<StoredFact[]> {
		const facts = await this.afterSeq(journal, seq, Number.MAX_SAFE_INTEGER);
		return facts.filter((fact) => this.tables.places.get(`${journal}:${fact.seq}`) === fact.id).slice(0, limit);
	}

	async ofApplications(numbers: readonly string[]): Promise<Map<string, StoredFact[]>> {
		return this.#factsOf(this.tables.byApplication, numbers);
	}

	async ofRegisters(numbers: readonly string[]): Promise<Map<string, StoredFact[]>> {
		return this.#factsOf(this.tables.byRegister, numbers);
	}

	async ofTypes(types: readonly string[]): Promise<StoredFact[]> {
		const found = [...this.tables.facts.values()].filter(({ type }) => types.includes(type));
		return this.byIds(found.map(({ id }) => id));
	}

	async journals(): Promise<JournalId[]> {
		const entries = [...this.tables.byJournal].filter(([, ids]) => ids.length > 0);
		return entries.map(([journal]) => journal as JournalId).sort();
	}

	async applicationNumbers(): Promise<string[]> {
		return [...this.tables.byApplication.keys()].sort();
	}

	async registerNumbers(): Promise<string[]> {
		return [...this.tables.byRegister.keys()].sort();
	}

	async applications(numbers: readonly string[]): Promise<A[]> {
		return numbers.flatMap((number) => this.tables.applications.get(number) ?? []);
	}

	async registers(numbers: readonly string[]): Promise<R[]> {
		return numbers.flatMap((number) => this.tables.registers.get(number) ?? []);
	}

	async queryApplications(query: RowQuery): Promise<A[]> {
		return queryRows([...this.tables.applications.values()], query);
	}

	async numbersWithKey(key: string): Promise<string[]> {
		const rows = [...this.tables.applications.values()].filter(({ keys }) => keys.includes(key));
		return rows.map(({ number }) => number).sort();
	}

	async queryRegisters(query: RowQuery): Promise<R[]> {
		return queryRows([...this.tables.registers.values()], query);
	}

	async counters(): Promise<Map<string, number>> {
		return new Map(this.tables.counters);
	}

	async countFacts(): Promise<number> {
		return this.tables.facts.size;
	}

	async drafts(kind?: string): Promise<Draft[]> {
		return [...this.tables.drafts.values()]
			.filter((draft) => kind === undefined || draft.kind === kind)
			.sort((a, b) => b.updatedAt - a.updatedAt);
	}

	async draft(id: string): Promise<Draft | undefined> {
		return this.tables.drafts.get(id);
	}

	async asides(): Promise<Aside[]> {
		return [...this.tables.asides.values()];
	}

	async signedHeads(journals: readonly JournalId[]): Promise<KnownHead[]> {
		return [...new Set(journals)].flatMap((journal) => this.tables.signedHeads.get(journal) ?? []);
	}

	async #factsOf(
		index: ReadonlyMap<string, readonly FactId[]>,
		numbers: readonly string[]
	): Promise<Map<string, StoredFact[]>> {
		const found = new Map<string, StoredFact[]>();
		for (const number of numbers) found.set(number, await this.byIds(index.get(number) ?? []));
		return found;
	}
}

function queryRows<Row extends { number: string }>(rows: readonly Row[], query: RowQuery): Row[] {
	const hits = rows.flatMap((row) => {
		const value = (row as Record<string, unknown>)[query.index];
		const keys = (Array.isArray(value) ? value : [value]).filter(isKey).sort(compareKeys);
		const hit = (candidate: Key) => matches(candidate, query);
		const key = query.reverse ? keys.findLast(hit) : keys.find(hit);
		return key === undefined ? [] : [{ key, row }];
	});
	hits.sort((a, b) => compareKeys(a.key, b.key) || compareKeys(a.row.number, b.row.number));
	if (query.reverse) hits.reverse();
	const start = query.offset ?? 0;
	return hits.slice(start, start + query.limit).map(({ row }) => row);
}

const isKey = (value: unknown): value is Key => typeof value === 'string' || typeof value === 'number';

function matches(key: Key, { equals, startsWith, from, to }: RowQuery): boolean {
	if (equals !== undefined) return key === equals;
	if (startsWith !== undefined) return typeof key === 'string' && key.startsWith(startsWith);
	return (from === undefined || compareKeys(key, from) >= 0) && (to === undefined || compareKeys(key, to) <= 0);
}

/** The order of IndexedDB keys: numbers before texts. */
function compareKeys(a: Key, b: Key): number {
	if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
	return a < b ? -1 : a > b ? 1 : 0;
}
