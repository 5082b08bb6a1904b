import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextId, wire } from '#tests/support/a-journal.ts';
import { applicationNo, BODY_ORG, stamp } from '#tests/support/fact-drafts.ts';
import {
	anotherVersion,
	clockCheck,
	dayWord,
	examined,
	examinedIn,
	MONDAY,
	MINUTE,
	regulationImport,
	written
} from '#tests/support/law-facts.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { PROJECTION_VERSION, projectApplication, projectRegister, type RegisterView } from '#lib/law/law.ts';
import { type Change, type ChangeNotice } from './change-notice.ts';
import { openJournal } from './device-journal.ts';
import { type DeviceStore } from './device-store.ts';
import { DexieDeviceStore } from './dexie-store.ts';
import { MemoryDeviceStore } from './memory-store.ts';

type Store = DeviceStore<ApplicationSummary, RegisterView>;

const memoryStore = (): Store => new MemoryDeviceStore<ApplicationSummary, RegisterView>();
const dexieStore = (): Store =>
	new DexieDeviceStore<ApplicationSummary, RegisterView>({
		name: 'device',
		version: 1,
		applicationIndexes: '*keys, acceptedAt, touchedAt, due',
		registerIndexes: 'at',
		indexedDB: new IDBFactory(),
		IDBKeyRange
	});

const opened = (store: Store, notice?: ChangeNotice, projector = projectApplication) =>
	openJournal(store, {
		projectionVersion: PROJECTION_VERSION,
		projector,
		registerProjector: projectRegister,
		newId: nextId,
		newSalt: () => 'salt',
		random: () => 0.5,
		now: () => MONDAY,
		...(notice ? { notice } : {})
	});

const dues = async (store: Store) =>
	store.read(async (reader) =>
		(await reader.applications(await reader.applicationNumbers())).map(({ due }) => due && new Date(due).toISOString())
	);

const numbers = [1, 2, 3].map((serial) => applicationNo(serial));
const [one] = numbers as [(typeof numbers)[number]];
const applications = numbers.flatMap((number) => examined(number));
const dayOff = written([{ draft: dayWord('2026-11-26', 'dayOff', BODY_ORG), at: MONDAY, org: BODY_ORG }], 'admin');
const undone = written(
	[{ draft: dayWord('2026-11-26', 'asInTheData', BODY_ORG), at: MONDAY + MINUTE, org: BODY_ORG }],
	'admin-2'
);
const version2 = written(
	[{ draft: regulationImport(anotherVersion(2, examinedIn(3))), at: MONDAY, org: BODY_ORG }],
	'import'
);
const [BEFORE, AFTER, UNDER_VERSION_2] = ['2026-12-07', '2026-12-08', '2026-11-26'].map(
	(day) => `${day}T13:00:00.000Z`
);

describe.each([
	['in memory', memoryStore],
	['on IndexedDB', dexieStore]
])('law facts on a device %s', (_, open) => {
	it('F32 a day off moves all that is not finished, and an undo moves it back', async () => {
		const store = open();
		const journal = await opened(store);
		await journal.receive(wire(applications));
		expect(await dues(store)).toEqual([BEFORE, BEFORE, BEFORE]);
		await journal.receive(wire(dayOff));
		await journal.refoldForLaw();
		expect(await dues(store)).toEqual([AFTER, AFTER, AFTER]);
		await journal.receive(wire(undone));
		await journal.refoldForLaw();
		expect(await dues(store)).toEqual([BEFORE, BEFORE, BEFORE]);
	});

	it('F32 what is recorded here bears on the rows too, and the record itself is kept before they are folded', async () => {
		const store = open();
		let folds = 0;
		const journal = await opened(store, undefined, (...about) => {
			folds += 1;
			return projectApplication(...about);
		});
		await journal.receive(wire(applications));
		folds = 0;
		const at = { ...stamp({ at: MONDAY, org: BODY_ORG }) };
		expect(await journal.append(() => [dayWord('2026-11-26', 'dayOff', BODY_ORG)], at)).toMatchObject({ ok: true });
		expect(folds).toBe(0);
		await journal.refoldForLaw();
		expect(folds).toBe(3);
		expect(await dues(store)).toEqual([AFTER, AFTER, AFTER]);
	});

	it('F32 what was accepted under a version gets its way when the version comes; the others are not folded', async () => {
		const store = open();
		const folded: string[] = [];
		const journal = await opened(store, undefined, (number, ...about) => {
			folded.push(number);
			return projectApplication(number, ...about);
		});
		const newest = applicationNo(9);
		await journal.receive(wire([...applications, ...examined(newest, 2)]));
		expect(await dues(store)).toEqual([BEFORE, BEFORE, BEFORE, null]);
		folded.length = 0;
		await journal.receive(wire(version2));
		await journal.refoldForLaw();
		expect(folded).toEqual([newest]);
		expect(await dues(store)).toEqual([BEFORE, BEFORE, BEFORE, UNDER_VERSION_2]);
	});

	it('F34 rows are the same in whatever order applications and law come', async () => {
		const newest = applicationNo(9);
		const clock = written([{ draft: clockCheck('admin-2', -2 * MINUTE), at: MONDAY }], 'server');
		const batches = [
			...numbers.map((number) => examined(number)),
			examined(newest, 2),
			dayOff,
			undone,
			version2,
			clock
		];
		// The undo's clock was fast: it came before the day off, which therefore holds.
		const expected = [AFTER, AFTER, AFTER, '2026-11-27T13:00:00.000Z'];
		const orders = fc.shuffledSubarray(
			batches.map((_, index) => index),
			{ minLength: batches.length }
		);
		await fc.assert(
			fc.asyncProperty(orders, async (order) => {
				const store = open();
				const journal = await opened(store);
				for (const index of order) await journal.receive(wire(batches[index]!));
				await journal.refoldForLaw();
				expect(await dues(store)).toEqual(expected);
			}),
			{ numRuns: 12 }
		);
	});

	it('F34 those who watch hear of the law and of each piece that was folded', async () => {
		const heard: Change[] = [];
		const notice = { send: (change: Change) => heard.push(change), listen: () => () => {}, close: () => {} };
		const store = open();
		const journal = await opened(store, notice);
		await journal.receive(wire(applications));
		heard.length = 0;
		await journal.receive(wire(dayOff));
		await journal.refoldForLaw();
		expect(heard).toEqual([
			{ applications: [], registers: [], law: true },
			{ applications: numbers, registers: [] }
		]);
	});

	it('F33 a refold that was cut off goes on at the next opening, without what it had done', async () => {
		const many = Array.from({ length: 230 }, (_, serial) => applicationNo(serial + 1)).sort();
		const store = open();
		const first = await opened(store);
		await first.receive(wire(many.flatMap((number) => examined(number))));
		let left = 150;
		const dying = await opened(store, undefined, (...about) => {
			if ((left -= 1) < 0) throw new Error('power cut');
			return projectApplication(...about);
		});
		await dying.receive(wire(dayOff));
		await expect(dying.refoldForLaw()).rejects.toThrow('power cut');
		expect((await dues(store)).filter((due) => due === AFTER)).toHaveLength(100);
		const folded: string[] = [];
		const next = await opened(store, undefined, (number, ...about) => {
			folded.push(number);
			return projectApplication(number, ...about);
		});
		await next.refoldForLaw();
		expect(folded).toEqual(many.slice(100));
		expect(new Set(await dues(store))).toEqual(new Set([AFTER]));
		expect((await store.read((reader) => reader.meta('lawRefold')))?.keys).toEqual([]);
	});

	it('F33 newer law in the middle of a refold begins it again', async () => {
		const many = Array.from({ length: 150 }, (_, serial) => applicationNo(serial + 1)).sort();
		const store = open();
		const journal = await opened(store);
		await journal.receive(wire(many.flatMap((number) => examined(number))));
		let told = 0;
		const notice: ChangeNotice = {
			send: ({ applications }) => {
				if (applications.length === 100 && (told += 1) === 1) void other.receive(wire(undone));
			},
			listen: () => () => {},
			close: () => {}
		};
		const other = await opened(store);
		const slow = await opened(store, notice);
		await slow.receive(wire(dayOff));
		await slow.refoldForLaw();
		await other.refoldForLaw();
		expect(told).toBeGreaterThan(0);
		expect(new Set(await dues(store))).toEqual(new Set([BEFORE]));
	});

	it('F31 what an earlier version kept under its own key is still known', async () => {
		const store = open();
		const journal = await opened(store);
		const checked = written([{ draft: clockCheck(`b-${one}`, -24 * 60 * MINUTE), at: MONDAY }], 'server');
		await store.write(async (writer) => {
			await writer.setMeta('lawFacts', undefined as unknown as []);
			await writer.setMeta('clockChecks', checked);
		});
		await journal.receive(wire(examined(one)));
		expect(await dues(store)).toEqual(['2026-12-04T13:00:00.000Z']);
		await journal.receive(wire(dayOff));
		await journal.refoldForLaw();
		expect((await store.read((reader) => reader.meta('lawFacts')))?.map(({ type }) => type)).toEqual([
			'clockChecked',
			'calendarChanged'
		]);
		expect(await dues(store)).toEqual(['2026-12-07T13:00:00.000Z']);
	});

	it('F31 what an earlier version took in without knowing that it bears on the fold is found by the rebuild', async () => {
		const store = open();
		const journal = await opened(store);
		await journal.receive(wire([...examined(one), ...dayOff]));
		await store.write(async (writer) => {
			await writer.setMeta('lawFacts', []);
			await writer.setMeta('projection', { version: 'earlier', rebuiltThrough: null });
		});
		expect(await journal.needsRebuild()).toBe(true);
		await journal.rebuild(() => {});
		expect(await dues(store)).toEqual([AFTER]);
	});
});
