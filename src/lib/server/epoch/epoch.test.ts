import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReceiver } from '../sync/receive.ts';
import { createMemoryJournalStore } from '../store/memory-journal-store.ts';
import { Writer } from '#tests/contract/server-store-writer.ts';
import { openEpoch } from './epoch.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'epoch-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function aHouse() {
	const store = createMemoryJournalStore();
	let nr = 0;
	let at = 0;
	const file = join(folder, 'epoch');
	const open = () => openEpoch(store, { file, newEpoch: () => `E${(nr += 1)}`, now: () => at });
	/** A process of several on this database, with a file of its own. */
	const shared = (name: string) =>
		openEpoch(store, { file: join(folder, name), newEpoch: () => `E${(nr += 1)}`, now: () => at, isShared: true });
	const window = new Writer('J1');
	const work = async (writer = window) => {
		const acked = writer.head.seq;
		writer.accepted(acked + 1);
		await createReceiver(store, { now: () => 0, epoch: () => 'E' }).receive(writer.request(acked), writer.device);
	};
	return { store, file, open, shared, work, later: () => void (at += 2000) };
}

describe('the epoch', () => {
	it('S73 stays the same over starts, however much is written', async () => {
		const { open, work } = aHouse();
		const first = await open();
		await work();
		await first.close();
		await work();
		expect((await open()).current()).toBe(first.current());
	});

	it('S73 begins anew when the database was copied back, though both say the same epoch', async () => {
		const { store, open, work } = aHouse();
		const first = await open();
		await work();
		const backup = store.snapshot();
		await work();
		await first.close();
		store.restore(backup);
		const second = await open();
		expect(second.current()).not.toBe(first.current());
		expect(await store.epoch()).toBe(second.current());
		expect((await open()).current()).toBe(second.current());
	});

	it('S73 notices a copy of a minute ago though the server was killed', async () => {
		const { store, open, work, later } = aHouse();
		const first = await open();
		const backup = store.snapshot();
		await work();
		await first.noteProgress();
		later();
		await first.noteProgress();
		store.restore(backup);
		expect((await open()).current()).not.toBe(first.current());
	});

	it('S73 begins anew when the file is missing, damaged or of another epoch', async () => {
		const { file, open } = aHouse();
		const seen = [(await open()).current()];
		for (const spoil of [
			() => rmSync(file),
			() => writeFileSync(file, '{'),
			() => writeFileSync(file, '{"epoch":"X","mark":0}')
		]) {
			spoil();
			seen.push((await open()).current());
		}
		expect(new Set(seen).size).toBe(4);
		expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ epoch: seen.at(-1) });
	});

	it('N364 is one for all processes on a database: a new one takes it, one that comes back later takes the later one', async () => {
		const { store, work, shared } = aHouse();
		const first = await shared('one');
		expect((await shared('two')).current()).toBe(first.current());
		await work();
		await store.write((tx) => tx.saveEpoch('later'));
		const again = await shared('one');
		expect([again.current(), again.isRestored()]).toEqual(['later', true]);
		await first.close();
		expect(first.current()).toBe('later');
	});

	it('N364 begins anew where a shared database is behind what a process has seen of it, by its file or while it runs', async () => {
		const { store, work, shared } = aHouse();
		const first = await shared('one');
		const backup = store.snapshot();
		await work();
		await first.close();
		store.restore(backup);
		await first.close();
		expect(first.current()).toBe('E2');
		expect(first.isRestored()).toBe(true);
		store.restore(backup);
		expect((await shared('one')).current()).toBe('E3');
		expect(await store.earlierEpochs()).toEqual(['E1']);
	});

	it.each(['while it runs', 'by its file'])(
		'N371 begins anew where others have counted on past what a process has seen and the database lost, %s',
		async (how) => {
			const { store, work, shared } = aHouse();
			const first = await shared('one');
			const backup = store.snapshot();
			await work();
			await first.close();
			const mark = await store.mark();
			store.restore(backup);
			const other = new Writer('J2');
			for (let nr = 0; nr < 3; nr += 1) await work(other);
			expect(await store.mark()).toBeGreaterThan(mark);
			if (how === 'while it runs') await first.close();
			const again = how === 'while it runs' ? first : await shared('one');
			expect([again.current(), again.isRestored()]).toEqual(['E2', true]);
		}
	);

	it('N371 begins the new epoch later where it could not be stored at once', async () => {
		const { store, shared, work } = aHouse();
		const first = await shared('one');
		const { write } = store;
		store.write = () => Promise.reject(new Error('away'));
		await expect(first.noteLoss()).rejects.toThrow('away');
		store.write = write;
		expect(first.current()).toBe('E1');
		await work();
		await first.close();
		expect(first.current()).toBe('E2');
	});
});
