import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import { openEmptyDatabase } from '#tests/support/people-database.ts';
import { type FactId, type JournalId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type RegistryCommand } from '#lib/domain/registry/registry-command.ts';
import { lawOf } from '#lib/law/law-of.ts';
import { type Database } from '../store/database.ts';
import { createKyselyJournalStore } from '../store/kysely-journal-store.ts';
import { openRegistry } from './open-registry.ts';
import { reconcileRegistry } from './reconcile-registry.ts';
import { registryMirror } from './registry-mirror.ts';
import { TERMINAL } from './adopt-rows.ts';

const CENTER = 'center-04' as OrgId;
const NOW = 1_795_000_000_000;

let folder: string;
let now: number;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'registry-'));
	now = NOW;
});
afterEach(() => rmSync(folder, { recursive: true }));

const mirrorFile = () => join(folder, 'registry');

async function aRegistry({ db, isRestored = false }: { db?: Database; isRestored?: boolean } = {}) {
	const database = db ?? (await openEmptyDatabase());
	const store = createKyselyJournalStore(database);
	const woken: OrgId[] = [];
	const warned: object[] = [];
	const registry = await openRegistry(database, store, {
		mirror: registryMirror(mirrorFile()),
		isRestored,
		now: () => now,
		newId: () => uuid() as FactId,
		law: () => lawOf([]),
		onCommitted: (orgs) => woken.push(...orgs),
		log: { warn: (details) => warned.push(details) }
	});
	const act = (...commands: RegistryCommand[]) => registry.act({ id: uuid() as FactId, commands }, TERMINAL);
	return { db: database, store, registry, act, woken, warned };
}

const opening: RegistryCommand = { kind: 'openOrg', org: CENTER };
const entering = (number: string, surname = 'Сейітова'): RegistryCommand => ({
	kind: 'enterPerson',
	org: CENTER,
	number,
	name: { surname, given: 'Айгүл', patronymic: '' },
	roles: ['admin'],
	window: null
});
const names = (database: Database) =>
	database.selectFrom('people').select(['number', 'surname', 'left_at']).orderBy('number').execute();

describe('the registry on the server', () => {
	it('I40 an act becomes facts of the server’s journal, rows, and news for the org', async () => {
		const { act, db, store, woken } = await aRegistry();
		await act(opening, entering('101'));
		expect(await names(db)).toEqual([{ number: '101', surname: 'Сейітова', left_at: null }]);
		const facts = await store.registryFacts();
		expect(facts.map(({ type, seq }) => [type, seq])).toEqual([
			['orgOpened', 1],
			['personEntered', 2],
			['roleGiven', 3]
		]);
		expect(woken).toContain(CENTER);
		const [head] = (await store.streamHeads([CENTER])).values();
		expect(head?.position).toBe(3);
	});

	it('I41 of a list of commands all are recorded or none, and each refused one is named by its place', async () => {
		const { act, store } = await aRegistry();
		const answer = await act(opening, entering('101'), entering('101'), entering('х'), entering('102'));
		expect(answer).toMatchObject({
			ok: false,
			refused: [
				{ place: 2, refusal: { code: 'staffNumberTaken' } },
				{ place: 3, refusal: { code: 'staffNumberWrong' } }
			]
		});
		expect(await store.registryFacts()).toEqual([]);
	});

	it('I42 an act that is asked again, because its answer was lost, is done once', async () => {
		const { registry, store } = await aRegistry();
		const asked = { id: uuid() as FactId, commands: [opening, entering('101')] };
		expect(await registry.act(asked, TERMINAL)).toMatchObject({ ok: true });
		expect(await registry.act(asked, TERMINAL)).toMatchObject({ ok: true });
		expect(await store.registryFacts()).toHaveLength(3);
	});

	it('I42 two acts at the same moment are judged one after the other', async () => {
		const { act, store } = await aRegistry();
		await act(opening);
		const answers = await Promise.all([act(entering('101')), act(entering('101'))]);
		expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
		expect(await store.registryFacts()).toHaveLength(3);
	});

	it('S252 the fact that takes a device out of use names the place that is signed in the store', async () => {
		const { act, registry, store } = await aRegistry();
		const device = { device: 'pc', number: 7, journal: 'J1' as JournalId, place: 'collection', window: null } as const;
		await act(opening, { kind: 'enrolDevice', org: CENTER, ...device });
		const signed = { seq: 3, hash: 'a'.repeat(64), signature: 'A'.repeat(86) };
		const row = { journal: device.journal, device: 'pc', org: CENTER, held: 5, heldHash: '', highest: 5, signed };
		await store.write((tx) => tx.saveJournals([row]));
		await act({ kind: 'revokeDevice', device: 'pc', reason: 'Ұрланды' });
		expect(registry.current().devices.get('pc')).toMatchObject({ provenUpTo: 3 });
	});

	it('I43 a preview answers the same and records nothing', async () => {
		const { registry, store } = await aRegistry();
		const asked = { id: uuid() as FactId, commands: [opening, entering('х')] };
		expect(await registry.judge(asked, TERMINAL)).toMatchObject({ ok: false, refused: [{ place: 1 }] });
		expect(await registry.judge({ ...asked, commands: [opening] }, TERMINAL)).toMatchObject({ ok: true });
		expect(await store.registryFacts()).toEqual([]);
	});

	it('I44 times of the server’s journal never go back, whatever its clock does', async () => {
		const { act, registry } = await aRegistry();
		await act(opening);
		now = NOW - 86_400_000;
		await act(entering('101'));
		const times = registry.facts().map(({ at }) => at);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
		expect([...registry.current().people.values()].map(({ number }) => number)).toEqual(['101']);
	});

	it('I45 rows from before the registry get facts once, with roles from the beginning of time', async () => {
		const db = await openEmptyDatabase();
		await db.insertInto('orgs').values({ id: CENTER, windows: '["1"]', hours: '{}', slots: '{}' }).execute();
		const person = { number: '101', surname: 'Сейітова', given: 'Айгүл', patronymic: null, org: CENTER, window: '1' };
		const secrets = { password: 'kept', pin: null, left_at: null };
		await db
			.insertInto('people')
			.values({ id: 'staff-101', ...person, ...secrets, roles: '["centerInspector"]' })
			.execute();
		const { registry, store } = await aRegistry({ db });
		expect(registry.current().people.get('staff-101' as StaffId)?.roles).toEqual([
			{ role: 'centerInspector', org: CENTER, from: 0, to: null }
		]);
		await registry.adoptRows();
		expect(await store.registryFacts()).toHaveLength(4);
		expect(await db.selectFrom('people').select('password').executeTakeFirst()).toEqual({ password: 'kept' });
	});
});

describe('the mirror of the registry', () => {
	it('I46 a database copied back learns from the mirror who left since, before anybody is answered', async () => {
		const first = await aRegistry();
		await first.act(opening, entering('101'), entering('102', 'Юсупов'));
		const kept = (await first.store.registryFacts()).slice(0, 3);
		const [leaver] = [...first.registry.current().people.values()].filter(({ number }) => number === '102');
		await first.act({ kind: 'leave', staff: leaver!.id });
		// A copy from after the third fact: the same journal, cut off.
		const older = await aCopyWith(kept);
		const again = await aRegistry({ db: older, isRestored: true });
		expect(again.warned).toEqual([{ reconciled: 'replayed' }]);
		expect((await names(older)).map(({ number, left_at }) => [number, left_at !== null])).toEqual([
			['101', false],
			['102', true]
		]);
		const all = await again.store.registryFacts();
		expect(all.map(({ hash }) => hash)).toEqual((await first.store.registryFacts()).map(({ hash }) => hash));
	});

	it('I46 a last line cut off by a crash is written again from the database', async () => {
		const first = await aRegistry();
		await first.act(opening, entering('101'));
		const text = readFileSync(mirrorFile(), 'utf8');
		writeFileSync(mirrorFile(), text.slice(0, -40));
		const again = await aRegistry({ db: first.db });
		expect(again.warned).toEqual([]);
		expect(registryMirror(mirrorFile()).read()).toHaveLength(3);
	});

	it('I47 the mirror of another database, which contradicts this one, is put aside', async () => {
		const other = await aRegistry();
		await other.act(opening, entering('101'));
		const elsewhere = await aCopyWith(await other.store.registryFacts());
		await other.act(entering('102'));
		rmSync(mirrorFile());
		// Its own third act has the place that the mirror will give to another one.
		const own = await aRegistry({ db: elsewhere });
		await own.act(entering('103', 'Юсупов'));
		rmSync(mirrorFile());
		registryMirror(mirrorFile()).append(await other.store.registryFacts());
		const again = await aRegistry({ db: elsewhere });
		expect(again.warned).toEqual([{ reconciled: 'foreign' }]);
		expect([...again.registry.current().people.values()].map(({ number }) => number)).toEqual(['101', '103']);
		expect(registryMirror(`${mirrorFile()}.${NOW}`).read()).toHaveLength(5);
		expect(registryMirror(mirrorFile()).read()).toHaveLength(5);
	});

	it('I47 after a restore without a mirror the server writes a new journal: no place is given twice', async () => {
		const first = await aRegistry();
		await first.act(opening, entering('101'));
		const journal = await first.store.serverJournal();
		rmSync(mirrorFile());
		const again = await aRegistry({ db: first.db, isRestored: true });
		expect(again.warned).toEqual([{ reconciled: 'lost' }]);
		await again.act(entering('102'));
		const last = (await again.store.registryFacts()).at(-1)!;
		expect([last.journal === journal, last.seq]).toEqual([false, 2]);
		expect([...again.registry.current().people.values()].map(({ number }) => number)).toEqual(['101', '102']);
	});

	it('I48 the mirror is readable by the server’s user only', async () => {
		const { act } = await aRegistry();
		await act(opening);
		expect(statSync(mirrorFile()).mode & 0o777).toBe(0o600);
	});
});

/** A database that holds only the first facts of a server's journal. */
async function aCopyWith(facts: readonly StoredFact[]) {
	const db = await openEmptyDatabase();
	const file = join(folder, 'part');
	const mirror = registryMirror(file);
	mirror.append(facts);
	const store = createKyselyJournalStore(db);
	await reconcileRegistry(store, { mirror, isRestored: true, now: () => now });
	return db;
}
