import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { aJournal, plainOptions, type PlainJournal, type PlainStore, rowsOf } from '#tests/support/a-journal.ts';
import { acceptance, applicationNo, collection, registerNo, registration, stamp } from '#tests/support/fact-drafts.ts';
import { PLAIN_STORES, dexieStore, memoryStore } from '#tests/support/plain-stores.ts';
import { sha256Hex } from '#lib/domain/fact/hash.ts';
import { parsePaperNumber } from '#lib/domain/number/paper-number.ts';
import { type BuildDrafts } from './append.ts';
import { type Change } from './change-notice.ts';
import { ConstraintError } from './constraint-error.ts';
import { openJournal } from './device-journal.ts';
import { type DeviceStore } from './device-store.ts';
import { type PlainRegister, type PlainRow } from '#tests/support/a-journal.ts';

const accept: BuildDrafts = (numbers) => [acceptance(numbers.next(1))];
const everything = (store: PlainStore) =>
	store.read(async (reader) => ({
		facts: await reader.countFacts(),
		head: await reader.meta('head'),
		serials: await reader.meta('serials'),
		counters: await reader.counters(),
		numbers: await reader.applicationNumbers()
	}));

describe.each(PLAIN_STORES)('appending %s', (_, open) => {
	let store: PlainStore;
	let journal: PlainJournal;
	beforeEach(async () => ({ store, journal } = await aJournal(open())));

	it('F10 continues the chain: next place, hash of the fact before, hash of the exact text', async () => {
		await journal.append(accept, stamp());
		const saved = await journal.append(
			(numbers) => [acceptance(numbers.next(1)), acceptance(numbers.next(1))],
			stamp()
		);
		expect(saved.ok && saved.readBack).toBe(true);
		const { head } = await journal.state();
		const facts = await store.read((reader) => reader.afterSeq(head.journal, 0, 9));
		expect(facts.map(({ seq }) => seq)).toEqual([1, 2, 3]);
		expect(facts.map(({ text }) => (JSON.parse(text) as { prev: string }).prev)).toEqual([
			'',
			facts[0]?.hash,
			facts[1]?.hash
		]);
		expect(facts.map(({ text }) => sha256Hex(text))).toEqual(facts.map(({ hash }) => hash));
		expect(head).toEqual({ journal: head.journal, seq: 3, hash: facts[2]?.hash });
	});

	it('F11 folds rows and counts places in the transaction that adds the fact', async () => {
		const saved = await journal.append(accept, stamp());
		const number = saved.ok ? saved.facts[0]!.applications[0]! : '';
		await journal.append(() => [registration(number), collection(registerNo(1), [number, applicationNo(5)])], stamp());
		const rows = await rowsOf(journal);
		expect(rows.map((row) => [row.number, row.facts.length]).sort()).toEqual(
			[
				[number, 3],
				[applicationNo(5), 1]
			].sort()
		);
		expect(await journal.read((reader) => reader.counters())).toEqual(
			new Map([
				['3 facts', 1],
				['1 facts', 1]
			])
		);
		expect(await journal.read((reader) => reader.registers([registerNo(1)]))).toHaveLength(1);
	});

	it('F12 gives a serial once, though two tabs record at the same time', async () => {
		const other = await openJournal(store, plainOptions);
		const both = [journal, other, journal, other, other, journal];
		const saved = await Promise.all(both.map((tab) => tab.append(accept, stamp())));
		const numbers = saved.flatMap((result) => (result.ok ? result.facts[0]!.applications : []));
		const serials = numbers.map((number) => {
			const parsed = parsePaperNumber(number);
			return parsed.ok ? [parsed.device, parsed.serial] : [];
		});
		expect(serials.sort()).toEqual([1, 2, 3, 4, 5, 6].map((serial) => [7, serial]));
		expect((await journal.state()).head.seq).toBe(6);
	});

	it('F12 never begins again at 1 for a device number that it had before', async () => {
		await journal.append(accept, stamp());
		await journal.setDeviceNumber(8);
		await journal.append(accept, stamp());
		await journal.setDeviceNumber(7);
		const saved = await journal.append(
			(numbers) => [acceptance(numbers.next(1)), collection(numbers.next(9), [])],
			stamp()
		);
		const subjects = saved.ok ? saved.facts.map(({ text }) => JSON.parse(text).subject.number as string) : [];
		expect(subjects.map((number) => number.slice(0, 11))).toEqual(['10000700002', '90000700001']);
	});

	it('F13 without a device number there is no number, and nothing is written', async () => {
		const { journal: fresh, store: empty } = { journal: await openJournal(open(), plainOptions), store };
		const refused = await fresh.append(accept, stamp());
		expect(refused).toMatchObject({ ok: false, reason: 'noDeviceNumber' });
		const allowed = await fresh.append(() => [registration(applicationNo(1))], stamp());
		expect(allowed.ok).toBe(true);
		expect((await everything(empty)).facts).toBe(0);
	});

	it('F14 a fact knows what its device knew of the server’s clock, and how old that was', async () => {
		await journal.append(accept, stamp({ at: 5_000 }));
		const { sync, head } = await journal.state();
		await journal.saveSync({ ...sync, lastAnswer: { at: 4_000, offsetMs: -250 } });
		await journal.append(accept, stamp({ at: 5_000 }));
		const facts = await store.read((reader) => reader.afterSeq(head.journal, 0, 9));
		expect(facts.map(({ text }) => (JSON.parse(text) as { clock: object }).clock)).toEqual([
			{ offsetMs: null, ageMs: null },
			{ offsetMs: -250, ageMs: 1_000 }
		]);
	});
});

describe('what goes wrong while appending', () => {
	it('F4 a crash before the commit leaves nothing: no fact, no row, no serial', async () => {
		const memory = memoryStore();
		const { journal } = await aJournal(memory);
		await journal.append(accept, stamp());
		const before = await everything(memory);
		memory.faults.beforeCommit = () => {
			throw new Error('power cut');
		};
		await expect(journal.append(accept, stamp())).rejects.toThrow('power cut');
		memory.faults = {};
		expect(await everything(memory)).toEqual(before);
	});

	it('F15 tries again when another tab was first', async () => {
		const memory = memoryStore();
		const { journal } = await aJournal(memory);
		let first = true;
		memory.faults.beforeCommit = () => {
			if (!first) return;
			first = false;
			throw new ConstraintError('Place taken');
		};
		const saved = await journal.append(accept, stamp());
		expect(saved.ok && saved.facts[0]?.seq).toBe(1);
	});

	it.each([
		['QuotaExceededError', 'noSpace'],
		['UnknownError', 'storage'],
		['AbortError', 'storage']
	])('F16 %s of the disk is an answer, not an exception', async (name, reason) => {
		const memory = memoryStore();
		const { journal } = await aJournal(memory);
		memory.faults.beforeCommit = () => {
			throw Object.assign(new Error('wrapped'), { inner: Object.assign(new Error('disk'), { name }) });
		};
		expect(await journal.append(accept, stamp())).toMatchObject({ ok: false, reason });
	});

	it('F17 calls nothing saved that was not read back as it was written', async () => {
		const memory = memoryStore();
		const forgetful: DeviceStore<PlainRow, PlainRegister> = {
			...memory,
			write: (work) => memory.write(work),
			close: () => {},
			read: (work) =>
				memory.read((reader) =>
					work(
						Object.assign(Object.create(reader) as typeof reader, {
							byIds: async (ids: never[]) =>
								(await reader.byIds(ids)).map((fact) => ({ ...fact, text: fact.text.replace('accepted', 'accepteD') }))
						})
					)
				)
		};
		const { journal } = await aJournal(forgetful);
		expect(await journal.append(accept, stamp())).toMatchObject({ ok: false, reason: 'storage' });
	});

	it('F17 sends what has changed though it could not be read back: it is on the disk', async () => {
		const memory = memoryStore();
		let lost = false;
		const losing: DeviceStore<PlainRow, PlainRegister> = {
			...memory,
			write: (work) => memory.write(work),
			close: () => {},
			read: (work) =>
				lost ? Promise.reject(Object.assign(new Error('closed'), { name: 'DatabaseClosedError' })) : memory.read(work)
		};
		const sent: string[] = [];
		const notice = {
			send: ({ applications }: Change) => sent.push(...applications),
			listen: () => () => undefined,
			close: () => undefined
		};
		const { journal } = await aJournal(losing, { notice });
		lost = true;
		expect(await journal.append(accept, stamp())).toMatchObject({ ok: false, reason: 'storage' });
		expect(sent).toHaveLength(1);
	});

	it('F18 every write asks for strict durability', async () => {
		const indexedDB = new IDBFactory();
		const modes: unknown[] = [];
		const open = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open('probe');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(new Error('not opened'));
		});
		const prototype = Object.getPrototypeOf(open) as IDBDatabase;
		const transaction = prototype.transaction;
		prototype.transaction = function (names, mode, options) {
			if (mode === 'readwrite') modes.push(options?.durability);
			return transaction.call(this, names, mode, options);
		};
		try {
			const { journal } = await aJournal(dexieStore(indexedDB));
			await journal.append(accept, stamp());
			await journal.putDraft({ id: 'a', kind: 'accept', updatedAt: 1, value: {} });
		} finally {
			prototype.transaction = transaction;
			open.close();
		}
		expect(modes.length).toBeGreaterThanOrEqual(3);
		expect(new Set(modes)).toEqual(new Set(['strict']));
	});
});
