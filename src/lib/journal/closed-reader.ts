import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import {
	type ApplicationRow,
	type DeviceReader,
	type Draft,
	type RowQuery,
	type StoredRegister
} from './device-store.ts';

/** What stays open of a store whose names are closed. */
export type Opening<A extends ApplicationRow> = {
	/** A row without names. */
	closeRow: (row: A) => A;
	/** A key by which a person is found. */
	isPersonalKey: (key: string) => boolean;
	/** What whoever works has written themselves since they came: they know it. */
	isOwn: (fact: Pick<StoredFact, 'journal' | 'seq'>) => boolean;
	isOwnDraft: (draft: Pick<Draft, 'kind' | 'updatedAt'>) => boolean;
};

/** Reads of a store of which nobody is shown a name: personal parts are missing, as those that never came. */
export function closedReader<A extends ApplicationRow, R extends StoredRegister>(
	reader: DeviceReader<A, R>,
	{ closeRow, isPersonalKey, isOwn, isOwnDraft }: Opening<A>
): DeviceReader<A, R> {
	const closed = (fact: StoredFact): StoredFact => (isOwn(fact) ? fact : { ...fact, personal: null });
	const each = async (facts: Promise<StoredFact[]>) => (await facts).map(closed);
	const inMap = async (found: Promise<Map<string, StoredFact[]>>) =>
		new Map([...(await found)].map(([number, facts]) => [number, facts.map(closed)]));
	const rows = async (found: Promise<A[]>) => (await found).map(closeRow);
	const asksForPerson = ({ index, equals, startsWith, from, to }: RowQuery) =>
		index === 'keys' && [equals ?? startsWith ?? from ?? '', to ?? ''].some((key) => isPersonalKey(String(key)));
	return {
		meta: (key) => reader.meta(key),
		heldIds: (ids) => reader.heldIds(ids),
		byIds: (ids) => each(reader.byIds(ids)),
		afterSeq: (...of) => each(reader.afterSeq(...of)),
		ownAfterSeq: (...of) => each(reader.ownAfterSeq(...of)),
		ofApplications: (numbers) => inMap(reader.ofApplications(numbers)),
		ofRegisters: (numbers) => inMap(reader.ofRegisters(numbers)),
		ofTypes: (types) => each(reader.ofTypes(types)),
		journals: () => reader.journals(),
		signedHeads: (journals) => reader.signedHeads(journals),
		applicationNumbers: () => reader.applicationNumbers(),
		registerNumbers: () => reader.registerNumbers(),
		applications: (numbers) => rows(reader.applications(numbers)),
		registers: (numbers) => reader.registers(numbers),
		queryApplications: async (query) => (asksForPerson(query) ? [] : rows(reader.queryApplications(query))),
		numbersWithKey: async (key) => (isPersonalKey(key) ? [] : reader.numbersWithKey(key)),
		queryRegisters: (query) => reader.queryRegisters(query),
		counters: () => reader.counters(),
		countFacts: () => reader.countFacts(),
		drafts: async (kind) => (await reader.drafts(kind)).filter(isOwnDraft),
		draft: async (id) => {
			const draft = await reader.draft(id);
			return draft && isOwnDraft(draft) ? draft : undefined;
		},
		asides: async () => []
	};
}
