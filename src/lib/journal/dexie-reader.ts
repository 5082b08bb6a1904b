import Dexie, { type Collection, type Table } from 'dexie';
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
import { type DeviceTables, type FactRow, ownPlace, storedFactFrom } from './dexie-tables.ts';
import { indexedNear, keysNear, OF_ONE_DEVICE, rowsNear } from './read-many.ts';

export class DexieReader<A extends ApplicationRow, R extends StoredRegister> implements DeviceReader<A, R> {
	protected readonly tables: DeviceTables<A, R>;

	constructor(tables: DeviceTables<A, R>) {
		this.tables = tables;
	}

	async meta<K extends keyof DeviceMeta>(key: K): Promise<DeviceMeta[K] | undefined> {
		return (await this.tables.meta.get(key))?.value as DeviceMeta[K] | undefined;
	}

	async heldIds(ids: readonly FactId[]): Promise<Set<FactId>> {
		const near = new Set(await keysNear(this.tables.facts, ids));
		return new Set(ids.filter((id) => near.has(id)));
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

	async ownAfterSeq(journal: JournalId, seq: number, limit: number): Promise<StoredFact[]> {
		const last = ownPlace(journal, Number.MAX_SAFE_INTEGER);
		const range = this.tables.facts.where('own').between(ownPlace(journal, seq), last, false, true);
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

	/** Skips from journal to journal: one step per journal, however many facts. */
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
		const near = await rowsNear(this.tables.applications, numbers, OF_ONE_DEVICE);
		const byNumber = new Map(near.map((row) => [row.number, row]));
		return numbers.flatMap((number) => byNumber.get(number) ?? []);
	}

	async registers(numbers: readonly string[]): Promise<R[]> {
		const rows = await this.tables.registers.bulkGet([...numbers]);
		return rows.filter((row) => row !== undefined);
	}

	async queryApplications(query: RowQuery): Promise<A[]> {
		return queryTable(this.tables.applications, query);
	}

	async numbersWithKey(key: string): Promise<string[]> {
		return this.tables.applications.where('keys').equals(key).primaryKeys();
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

	async signedHeads(journals: readonly JournalId[]): Promise<KnownHead[]> {
		const rows = await this.tables.signedHeads.bulkGet([...new Set(journals)]);
		return rows.filter((row) => row !== undefined);
	}

	async #factsOf(index: 'applications' | 'registers', numbers: readonly string[]): Promise<Map<string, StoredFact[]>> {
		const near = await indexedNear(this.tables.facts, index, numbers);
		const found = new Map(numbers.map((number): [string, StoredFact[]] => [number, []]));
		const rows = [...new Map(near.map((row) => [row.id, row])).values()].filter((row) =>
			row[index].some((number) => found.has(number))
		);
		rows.sort((a, b) => (a.id < b.id ? -1 : 1));
		const facts = await this.#withPersonal(rows);
		facts.forEach((fact, at) => rows[at]![index].forEach((number) => found.get(number)?.push(fact)));
		return found;
	}

	/** Most facts have no personal part, and their text shows it: only a key can be followed by an unescaped quotation mark. */
	async #withPersonal(rows: readonly FactRow[]): Promise<StoredFact[]> {
		const declared = rows.filter(({ text }) => text.includes('"personal":"')).map(({ id }) => id);
		const near = await rowsNear(this.tables.personal, declared);
		const parts = new Map(near.map((part) => [part.id, part]));
		return rows.map((row) => storedFactFrom(row, parts.get(row.id)));
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
