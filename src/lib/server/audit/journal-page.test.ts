import { beforeAll, describe, expect, it } from 'vitest';
import { BODY, CENTER, numberOf, Writer } from '#tests/contract/server-store-writer.ts';
import { openEmptyDatabase } from '#tests/support/people-database.ts';
import { type FactId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { foldRegistry, type RegisteredDevice, type RegisteredPerson } from '#lib/domain/registry/registry.ts';
import { createKyselyJournalStore } from '../store/kysely-journal-store.ts';
import { type Database } from '../store/database.ts';
import { createReceiver } from '../sync/receive.ts';
import { type Seen } from './fact-rows.ts';
import { journalFact } from './journal-fact.ts';
import { type JournalFilter, journalPage } from './journal-page.ts';
import { journalPlace } from './journal-place.ts';

const APPLICATIONS = 70;
let db: Database;
const window = new Writer('J1');
const body = new Writer('J2', BODY);

beforeAll(async () => {
	db = await openEmptyDatabase();
	const store = createKyselyJournalStore(db);
	const receiver = createReceiver(store, { now: () => 1_795_900_000_000, epoch: () => 'E1' });
	for (let serial = 1; serial <= APPLICATIONS; serial += 1) window.accepted(serial);
	window.dayOff();
	await receiver.receive(window.request(), window.device);
	body.registered(1);
	await receiver.receive(body.request(), body.device);
	await db
		.insertInto('flags')
		.values({ fact: window.facts[0]!.id, reason: 'noRight', actor: 'staff-1', nth: 1, stands: 1, heard: 1 })
		.execute();
});

const registry = {
	...foldRegistry([]),
	people: new Map([
		['staff-1', { id: 'staff-1', number: '101', name: { surname: 'Сейітова', given: 'Айгүл' }, org: CENTER }]
	]) as unknown as ReadonlyMap<StaffId, RegisteredPerson>,
	devices: new Map([
		['d1', { id: 'd1', number: 10_042, journal: 'J1', org: CENTER }],
		['d2', { id: 'd2', number: 10_043, journal: 'J2', org: BODY }]
	]) as unknown as ReadonlyMap<string, RegisteredDevice>
};
const seen = (orgs: readonly OrgId[] = [CENTER]): Seen => ({ registry, orgs });
const page = (filter: JournalFilter = {}, org = CENTER) => journalPage(db, org, filter, seen());
const typesOf = async (filter: JournalFilter) => [...new Set((await page(filter)).entries.map(({ type }) => type))];

describe('the journal of an org for its auditor', () => {
	it('I150 shows each fact that the org has once, the last to arrive first, a page at a time', async () => {
		const ids: string[] = [];
		let next: number | null = Number.MAX_SAFE_INTEGER;
		while (next !== null) {
			const { entries, next: before, total } = await page({ before: next });
			expect(entries.length).toBeLessThanOrEqual(50);
			expect(total).toBe(APPLICATIONS + 2);
			ids.push(...entries.map(({ id }) => id));
			next = before;
		}
		expect(ids).toEqual([...[...window.facts, ...body.facts].map(({ id }) => id)].reverse());
	});

	it('I150 is narrowed by type, person, device, application and the days that facts tell', async () => {
		expect(await typesOf({ type: 'calendarChanged' })).toEqual(['calendarChanged']);
		expect(await typesOf({ device: 10_043 })).toEqual(['registered']);
		expect(await typesOf({ application: numberOf(1) })).toEqual(['registered', 'accepted']);
		expect(await typesOf({ actor: 'staff-2' as StaffId })).toEqual([]);
		const { entries } = await page({ from: 1_795_000_002_000, to: 1_795_000_003_000, type: 'accepted' });
		expect(entries.map(({ at }) => at)).toEqual([1_795_000_003_000, 1_795_000_002_000]);
	});

	it('I151 names of another org’s people stay closed, and nothing personal of an applicant is in it', async () => {
		const { entries } = await page({ application: numberOf(1) });
		expect(entries.map(({ actorName }) => actorName)).toEqual(['101 Сейітова Айгүл', '101 Сейітова Айгүл']);
		const elsewhere = await journalPage(db, BODY, {}, seen([BODY]));
		expect(elsewhere.entries.map(({ actorName }) => actorName)).toEqual(['101', '101', ...Array(48).fill('101')]);
		const whole = JSON.stringify([await page(), await journalFact(db, CENTER, window.facts[0]!.id, seen())]);
		for (const text of ['Оспанов', 'Ержан', 'Шымкент', 'salt']) expect(whole).not.toContain(text);
	});

	it('I151 one fact is opened with its exact text, its place and what is said against it', async () => {
		const fact = window.facts[0]!;
		expect(await journalFact(db, CENTER, fact.id, seen())).toMatchObject({
			entry: { device: 10_042, flagged: true, applications: [numberOf(1)] },
			journal: 'J1',
			seq: 1,
			hash: fact.hash,
			text: fact.text,
			personal: 'kept',
			inChain: true,
			signed: false,
			verdicts: [{ reason: 'noRight', stands: true }],
			settled: []
		});
	});

	it('I151 a fact that the org was never sent is not opened', async () => {
		const dayOff = window.facts.find(({ type }) => type === 'calendarChanged')!;
		expect(await journalFact(db, BODY, dayOff.id, seen([BODY]))).toBeUndefined();
		expect(await journalFact(db, CENTER, 'nothing' as FactId, seen())).toBeUndefined();
	});
});

describe('the place that a sheet prints', () => {
	const ask = (journal: string, seq: number, hash: string, org = CENTER) =>
		journalPlace(db, org, { journal, seq, hash });

	it('I152 is found, or another one is there, or nothing is', async () => {
		const fact = window.facts[4]!;
		expect(await ask('J1', 5, fact.hash.slice(0, 16))).toMatchObject({ answer: 'found', id: fact.id });
		expect(await ask('J1', 5, 'f'.repeat(16))).toMatchObject({ answer: 'other', hash: fact.hash });
		expect(await ask('J1', 500, fact.hash.slice(0, 16))).toMatchObject({
			answer: 'none',
			highest: window.facts.length
		});
	});

	it('I152 is asked of the org’s own devices only', async () => {
		const hash = window.facts[4]!.hash.slice(0, 16);
		expect(await ask('J1', 5, hash, BODY)).toMatchObject({ answer: 'none', highest: null });
		expect(await ask('J9', 5, hash)).toMatchObject({ answer: 'none', highest: null });
	});
});
