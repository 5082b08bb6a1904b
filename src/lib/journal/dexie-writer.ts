import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type DeviceMeta } from './device-meta.ts';
import {
	type ApplicationRow,
	type Aside,
	type DeviceWriter,
	type Draft,
	type KnownHead,
	type StoredRegister
} from './device-store.ts';
import { DexieReader } from './dexie-reader.ts';
import { factRowOf } from './dexie-tables.ts';

export class DexieWriter<A extends ApplicationRow, R extends StoredRegister>
	extends DexieReader<A, R>
	implements DeviceWriter<A, R>
{
	async setMeta<K extends keyof DeviceMeta>(key: K, value: DeviceMeta[K]): Promise<void> {
		await this.tables.meta.put({ key, value });
	}

	async addFacts(facts: readonly StoredFact[], own: boolean): Promise<void> {
		await Promise.all([this.tables.facts.bulkAdd(facts.map((fact) => factRowOf(fact, own))), this.#putPersonal(facts)]);
	}

	async rehomeFacts(facts: readonly StoredFact[], at: number): Promise<void> {
		const before = await this.tables.facts.bulkGet(facts.map(({ id }) => id));
		const asides = before.map((row, index): Aside => {
			if (!row) throw new Error(`Fact ${facts[index]?.id} is not held`);
			return { hash: row.hash, text: row.text, personal: null, reason: 'rehomed', at };
		});
		await this.putAsides(asides);
		await this.tables.facts.bulkPut(facts.map((fact) => factRowOf(fact, true)));
	}

	async addPersonal(facts: readonly StoredFact[]): Promise<StoredFact[]> {
		const held = await this.tables.personal.bulkGet(facts.map(({ id }) => id));
		const gaining = facts.filter(({ personal }, index) => personal && !held[index]);
		await this.#putPersonal(gaining);
		return gaining;
	}

	async putAsides(asides: readonly Aside[]): Promise<void> {
		await this.tables.asides.bulkPut(asides);
	}

	async putSignedHeads(heads: readonly KnownHead[]): Promise<void> {
		await this.tables.signedHeads.bulkPut(heads);
	}

	async putApplications(rows: readonly A[]): Promise<void> {
		await this.tables.applications.bulkPut(rows);
	}

	async putRegisters(rows: readonly R[]): Promise<void> {
		await this.tables.registers.bulkPut(rows);
	}

	async addToCounters(differences: ReadonlyMap<string, number>): Promise<void> {
		const places = [...differences.keys()];
		const rows = await this.tables.counters.bulkGet(places);
		const counts = places.map((place, at) => ({
			place,
			count: (rows[at]?.count ?? 0) + (differences.get(place) ?? 0)
		}));
		await this.tables.counters.bulkPut(counts.filter(({ count }) => count !== 0));
		const gone = counts.filter(({ count }) => count === 0).map(({ place }) => place);
		if (gone.length > 0) await this.tables.counters.bulkDelete(gone);
	}

	async clearProjections(): Promise<void> {
		await this.tables.applications.clear();
		await this.tables.registers.clear();
		await this.tables.counters.clear();
	}

	async putDraft(draft: Draft): Promise<void> {
		await this.tables.drafts.put(draft);
	}

	async removeDraft(id: string): Promise<void> {
		await this.tables.drafts.delete(id);
	}

	async #putPersonal(facts: readonly StoredFact[]): Promise<void> {
		const rows = facts.flatMap(({ id, personal }) => (personal ? [{ id, ...personal }] : []));
		if (rows.length > 0) await this.tables.personal.bulkPut(rows);
	}
}
