import { type FactId, type JournalId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalHead, writeFact } from '#lib/domain/fact/write-fact.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type DeviceJournal, type JournalOptions, openJournal } from '#lib/journal/device-journal.ts';
import { type ApplicationRow, type DeviceStore, type StoredRegister } from '#lib/journal/device-store.ts';
import { MemoryDeviceStore } from '#lib/journal/memory-store.ts';
import { type WireFact } from '#lib/protocol/sync-messages.ts';
import { stamp } from './fact-drafts.ts';
import { mulberry32 } from './mulberry32.ts';

/** A row that tells exactly which facts were folded, whatever their order. */
export type PlainRow = ApplicationRow & { facts: string[]; names: string[]; checks: number };
export type PlainRegister = StoredRegister & { facts: string[] };
export type PlainJournal = DeviceJournal<PlainRow, PlainRegister>;
export type PlainStore = DeviceStore<PlainRow, PlainRegister>;

let made = 0;
export const nextId = (): FactId => `fact-${(made += 1)}` as FactId;

export const plainOptions: JournalOptions<PlainRow, PlainRegister> = {
	projectionVersion: '1',
	projector: (number, facts, law) => ({
		number,
		facts: facts.map(({ id }) => id).sort(),
		names: facts
			.flatMap(({ personal }) => (personal ? [(JSON.parse(personal.text) as { surname: string }).surname] : []))
			.sort(),
		keys: facts.map(({ type }) => `type:${type}`).sort(),
		acceptedAt: facts.length,
		place: `${facts.length} facts`,
		checks: law.corrections.length
	}),
	registerProjector: (number, facts) => ({ number, facts: facts.map(({ id }) => id).sort() }),
	newId: nextId,
	newSalt: () => 'salt',
	random: mulberry32(1),
	now: () => 1_764_000_000_000
};

export async function aJournal(
	store: PlainStore = new MemoryDeviceStore<PlainRow, PlainRegister>(),
	more: Partial<JournalOptions<PlainRow, PlainRegister>> = {}
): Promise<{ store: PlainStore; journal: PlainJournal }> {
	const journal = await openJournal(store, { ...plainOptions, ...more });
	if ((await journal.state()).deviceNumber === null) await journal.setDeviceNumber(7);
	return { store, journal };
}

/** Facts as another device would have written them, chained from the start of its journal. */
export function foreignFacts(drafts: readonly FactDraft[], journal = 'other-journal'): StoredFact[] {
	let head: JournalHead = { journal: journal as JournalId, seq: 0, hash: '' };
	return drafts.map((draft) => {
		const full = { ...stamp(), clock: { offsetMs: null, ageMs: null } };
		const fact = writeFact(draft, full, head, { newId: nextId, newSalt: () => 'salt' });
		head = fact;
		return fact;
	});
}

export const wire = (facts: readonly StoredFact[]): WireFact[] =>
	facts.map(({ text, personal }) => ({ text, personal }));

export const rowsOf = (journal: PlainJournal): Promise<PlainRow[]> =>
	journal.read(async (reader) => reader.applications(await reader.applicationNumbers()));
