import { type FactId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { ConstraintError } from './constraint-error.ts';
import { type DeviceMeta } from './device-meta.ts';
import {
	type ApplicationRow,
	type Aside,
	type DeviceWriter,
	type Draft,
	type KnownHead,
	type StoredRegister
} from './device-store.ts';
import { MemoryReader } from './memory-reader.ts';
import { type MemoryTables, type UndoLog } from './memory-tables.ts';
import { registersOf } from './registers-of.ts';

const placeOf = ({ journal, seq }: StoredFact) => `${journal}:${seq}`;

export class MemoryWriter<A extends ApplicationRow, R extends StoredRegister>
	extends MemoryReader<A, R>
	implements DeviceWriter<A, R>
{
	readonly #log: UndoLog;

	constructor(tables: MemoryTables<A, R>, log: UndoLog) {
		super(tables);
		this.#log = log;
	}

	async setMeta<K extends keyof DeviceMeta>(key: K, value: DeviceMeta[K]): Promise<void> {
		this.#log.set(this.tables.meta, key, value);
	}

	async addFacts(facts: readonly StoredFact[], own: boolean): Promise<void> {
		for (const fact of facts) {
			if (this.tables.facts.has(fact.id)) throw new ConstraintError(`Fact ${fact.id} is held`);
			this.#put(fact, own);
			for (const number of fact.applications) this.#link(this.tables.byApplication, number, fact.id);
			for (const number of registersOf(fact)) this.#link(this.tables.byRegister, number, fact.id);
		}
		await this.addPersonal(facts);
	}

	async rehomeFacts(facts: readonly StoredFact[], at: number): Promise<void> {
		for (const fact of facts) {
			const before = this.tables.facts.get(fact.id);
			if (!before) throw new Error(`Fact ${fact.id} is not held`);
			const { hash, text } = before;
			this.#log.set(this.tables.asides, hash, { hash, text, personal: null, reason: 'rehomed', at });
			const left = (this.tables.byJournal.get(before.journal) ?? []).filter((id) => id !== fact.id);
			this.#log.set(this.tables.byJournal, before.journal, left);
			this.#log.delete(this.tables.places, placeOf(before));
			this.#put(fact, true);
		}
	}

	async addPersonal(facts: readonly StoredFact[]): Promise<StoredFact[]> {
		const gaining = facts.filter(({ id, personal }) => personal && !this.tables.personal.has(id));
		for (const { id, personal } of gaining) if (personal) this.#log.set(this.tables.personal, id, personal);
		return gaining;
	}

	async putAsides(asides: readonly Aside[]): Promise<void> {
		for (const aside of asides) this.#log.set(this.tables.asides, aside.hash, aside);
	}

	async putSignedHeads(heads: readonly KnownHead[]): Promise<void> {
		for (const head of heads) this.#log.set(this.tables.signedHeads, head.journal, head);
	}

	async putApplications(rows: readonly A[]): Promise<void> {
		for (const row of rows) this.#log.set(this.tables.applications, row.number, row);
	}

	async putRegisters(rows: readonly R[]): Promise<void> {
		for (const row of rows) this.#log.set(this.tables.registers, row.number, row);
	}

	async addToCounters(differences: ReadonlyMap<string, number>): Promise<void> {
		for (const [place, difference] of differences) {
			const count = (this.tables.counters.get(place) ?? 0) + difference;
			if (count === 0) this.#log.delete(this.tables.counters, place);
			else this.#log.set(this.tables.counters, place, count);
		}
	}

	async clearProjections(): Promise<void> {
		const { applications, registers, counters } = this.tables;
		for (const table of [applications, registers, counters] as Map<string, unknown>[])
			for (const key of [...table.keys()]) this.#log.delete(table, key);
	}

	async putDraft(draft: Draft): Promise<void> {
		this.#log.set(this.tables.drafts, draft.id, draft);
	}

	async removeDraft(id: string): Promise<void> {
		this.#log.delete(this.tables.drafts, id);
	}

	#put(fact: StoredFact, own: boolean): void {
		if (own) {
			const place = placeOf(fact);
			if (this.tables.places.has(place)) throw new ConstraintError(`Place ${place} is taken`);
			this.#log.set(this.tables.places, place, fact.id);
		}
		this.#log.set(this.tables.facts, fact.id, { ...fact, personal: null });
		this.#link(this.tables.byJournal, fact.journal, fact.id);
	}

	#link(index: Map<string, readonly FactId[]>, key: string, id: FactId): void {
		this.#log.set(index, key, [...(index.get(key) ?? []), id]);
	}
}
