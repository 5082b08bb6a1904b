import Dexie, { type Collection, type Table } from 'dexie';
import { type FactId, type JournalId } from '../domain/fact/ids';
import { type StoredFact } from '../domain/fact/stored-fact';
import { type DeviceMeta } from './device-meta';
import {
	type ApplicationRow,
	type Aside,
	type DeviceReader,
	type Draft,
	type RegisterRow,
	type RowQuery
} from './device-store';
import { type DeviceTables, type FactRow, storedFactFrom } from './dexie-tables';

export class DexieReader<A extends ApplicationRow, R extends RegisterRow> implements DeviceReader<A, R> {
	protected readonly tables: DeviceTables<A, R>;

	constructor(tables: DeviceTables<A, R>) {
		this.tables = tables;
	}

	async meta<K extends keyof DeviceMeta>(key: K): Promise<DeviceMeta[K] | undefined> {
		return (await this.tables.meta.get(key))?.value as DeviceMeta[K] | undefined;
	}

	async heldIds(ids: readonly FactId[]): Promise<Set<FactId>> {
		const rows = await this.tables.facts.bulkGet([...new Set(ids)]);
		return new Set(rows.flatMap((row) => row?.id ?? []));
	}

	async byIds(ids: readonly FactId[]): Promise<StoredFact[]> {
		const rows = await this.tables.facts.bulkGet([...new Set(ids)]);
		return this.#withPersonal(rows.filter((row) => row !== undefined));
	}

	async afterSeq(journal: JournalId, seq: number, limit: number): Promise<StoredFact[]> {
		const range = this.tables.facts
			.where('[journal+seq]')
			.between([journal, seq], [journal, Dexie.maxKey], false, true);
		return this.#withPersonal(await range.limit(limit).toArray());
	}

	async ofApplications(numbers: readonly string[]): Promise<Map<string, StoredFact[]>> {
		return this.#factsOf('applications', numbers);
	}

	async ofRegisters(numbers: readonly string[]): Promise<Map<string, StoredFact[]>> {
		return this.#factsOf('registers', numbers);
	}

	async ofTypes(types: readonly string[]): Promise<StoredFact[]> {
		const lists = await Promise.all(types.map((type) => this.tables.facts.where('type').equals(type).toArray()));
		return this.#withPersonal(lists.flat());
	}

	/** Leaps from journal to journal: as many steps as there are journals, however many facts. */
	async journals(): Promise<JournalId[]> {
		const found: JournalId[] = [];
		let next = await this.tables.facts.orderBy('[journal+seq]').first();
		while (next) {
			found.push(next.journal);
			next = await this.tables.facts.where('[journal+seq]').above([next.journal, Dexie.maxKey]).first();
		}
		return found;
	}

	async applicationNumbers(): Promise<string[]> {
		return (await this.tables.facts.orderBy('applications').uniqueKeys()) as string[];
	}

	async registerNumbers(): Promise<string[]> {
		return (await this.tables.facts.orderBy('registers').uniqueKeys()) as string[];
	}

	async applications(numbers: readonly string[]): Promise<A[]> {
		const rows = await this.tables.applications.bulkGet([...numbers]);
		return rows.filter((row) => row !== undefined);
	}

	async registers(numbers: readonly string[]): Promise<R[]> {
		const rows = await this.tables.registers.bulkGet([...numbers]);
		return rows.filter((row) => row !== undefined);
	}

	async queryApplications(query: RowQuery): Promise<A[]> {
		return queryTable(this.tables.applications, query);
	}

	async queryRegisters(query: RowQuery): Promise<R[]> {
		return queryTable(this.tables.registers, query);
	}

	async counters(): Promise<Map<string, number>> {
		return new Map((await this.tables.counters.toArray()).map(({ place, count }) => [place, count]));
	}

	async countFacts(): Promise<number> {
		return this.tables.facts.count();
	}

	async drafts(kind?: string): Promise<Draft[]> {
		const { drafts } = this.tables;
		const found = await (kind === undefined ? drafts.toArray() : drafts.where('kind').equals(kind).toArray());
		return found.sort((a, b) => b.updatedAt - a.updatedAt);
	}

	async draft(id: string): Promise<Draft | undefined> {
		return this.tables.drafts.get(id);
	}

	async asides(): Promise<Aside[]> {
		return this.tables.asides.toArray();
	}

	/** One `getAll` per number: far quicker than a cursor over all of them. */
	async #factsOf(index: 'applications' | 'registers', numbers: readonly string[]): Promise<Map<string, StoredFact[]>> {
		const lists = await Promise.all(numbers.map((number) => this.tables.facts.where(index).equals(number).toArray()));
		const facts = await this.#withPersonal([...new Map(lists.flat().map((row) => [row.id, row])).values()]);
		const byId = new Map(facts.map((fact) => [fact.id, fact]));
		return new Map(numbers.map((number, at) => [number, (lists[at] ?? []).flatMap(({ id }) => byId.get(id) ?? [])]));
	}

	async #withPersonal(rows: readonly FactRow[]): Promise<StoredFact[]> {
		const parts = await this.tables.personal.bulkGet(rows.map(({ id }) => id));
		return rows.map((row, at) => storedFactFrom(row, parts[at]));
	}
}

async function queryTable<Row>(table: Table<Row, string>, query: RowQuery): Promise<Row[]> {
	const { reverse, offset, limit } = query;
	let rows: Collection<Row, string> = rangeOf(table, query);
	if (reverse) rows = rows.reverse();
	return rows
		.distinct()
		.offset(offset ?? 0)
		.limit(limit)
		.toArray();
}

function rangeOf<Row>(table: Table<Row, string>, { index, equals, startsWith, from, to }: RowQuery) {
	if (equals !== undefined) return table.where(index).equals(equals);
	if (startsWith !== undefined) return table.where(index).startsWith(startsWith);
	return table.where(index).between(from ?? Dexie.minKey, to ?? Dexie.maxKey, true, true);
}
