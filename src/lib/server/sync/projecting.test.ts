import { aServer, STORES } from '#tests/contract/server-store-server.ts';
import { numberOf, Writer } from '#tests/contract/server-store-writer.ts';
import { renumbering } from '#tests/support/fact-drafts.ts';
import { describe, expect, it, vi } from 'vitest';
import { type JournalStore } from '../store/journal-store.ts';
import { createProjecting } from './projecting.ts';

const countingProjector = () => {
	const folded: [string, number][] = [];
	const projector = (number: string, facts: readonly unknown[]) => {
		folded.push([number, facts.length]);
		return { number, summary: `${facts.length}`, keys: ['all'] };
	};
	return { folded, projector };
};
const quickly = { quietMs: 20, pause: () => Promise.resolve(), isBusy: () => false, failed: vi.fn() };
const rowsOf = async (store: JournalStore) =>
	(await store.findApplications({ limit: 999 })).map(({ number, summary }) => [number, summary]);

describe.each(STORES)('search after the commit, %s', (kind) => {
	it('S67 each application is folded once for all that came, from all its facts', async () => {
		const { store, sync } = await aServer(kind);
		const { folded, projector } = countingProjector();
		const projecting = createProjecting(store, projector, quickly);
		const window = new Writer('J1');
		window.accepted(1);
		window.registered(1);
		await sync(window);
		expect(folded).toEqual([]);
		await projecting.caughtUp();
		window.registered(1);
		await sync(window, 2);
		await projecting.caughtUp();
		await projecting.caughtUp();
		expect(folded).toEqual([
			[numberOf(1), 2],
			[numberOf(1), 3]
		]);
		expect(await rowsOf(store)).toEqual([[numberOf(1), '3']]);
	});

	it('F23 a renumbered application is folded from its acceptance too, whichever of the two comes first', async () => {
		const accepted = new Writer('J1');
		const { id } = accepted.accepted(1);
		const moved = new Writer('J2');
		moved.write(renumbering(numberOf(1), numberOf(2), id));
		for (const order of [
			[accepted, moved],
			[moved, accepted]
		]) {
			const { store, sync } = await aServer(kind);
			const projecting = createProjecting(store, countingProjector().projector, quickly);
			for (const writer of order) {
				await sync(writer);
				await projecting.caughtUp();
			}
			expect(await rowsOf(store)).toEqual([
				[numberOf(1), '2'],
				[numberOf(2), '2']
			]);
		}
	});

	it('S67 a fold that fails holds up no other application', async () => {
		const { store, sync } = await aServer(kind);
		const { projector } = countingProjector();
		const failing: typeof projector = (number, facts) => {
			if (number === numberOf(1)) throw new Error('a mistake of the fold');
			return projector(number, facts);
		};
		const window = new Writer('J1');
		window.accepted(1);
		window.accepted(2);
		await sync(window);
		await createProjecting(store, failing, quickly).caughtUp();
		expect(await rowsOf(store)).toEqual([[numberOf(2), '1']]);
	});

	it('S78 what a crash left behind is projected at the next start, and nothing twice', async () => {
		const { store, sync } = await aServer(kind);
		const window = new Writer('J1');
		for (let serial = 1; serial <= 450; serial += 1) window.accepted(serial);
		await sync(window);
		let commits = 0;
		const dying: JournalStore = {
			...store,
			write: (work) => {
				commits += 1;
				if (commits === 2) throw new Error('killed');
				return store.write(work);
			}
		};
		const { projector } = countingProjector();
		await expect(createProjecting(dying, projector, quickly).caughtUp()).rejects.toThrow('killed');
		const { folded, projector: again } = countingProjector();
		await createProjecting(store, again, quickly).caughtUp();
		expect(folded).toHaveLength(400);
		expect(await rowsOf(store)).toHaveLength(450);
	});

	it('S78 it waits while pushes are being committed', async () => {
		const { store, sync } = await aServer(kind);
		const window = new Writer('J1');
		window.accepted(1);
		await sync(window);
		const { folded, projector } = countingProjector();
		let pauses = 0;
		const pause = (ms: number) => new Promise((done) => setTimeout(done, ms / 10)).then(() => (pauses += 1));
		const seen: number[] = [];
		const isBusy = () => {
			seen.push(folded.length);
			return pauses < 3;
		};
		createProjecting(store, projector, { ...quickly, pause, isBusy }).arrived();
		await vi.waitFor(async () => expect(await rowsOf(store)).toHaveLength(1));
		expect(seen.slice(0, 4)).toEqual([0, 0, 0, 0]);
	});

	it('S78 it begins by itself when facts have come', async () => {
		const { store, sync } = await aServer(kind);
		const window = new Writer('J1');
		window.accepted(1);
		await sync(window);
		const { projector } = countingProjector();
		const pause = (ms: number) => new Promise((done) => setTimeout(done, ms / 10));
		createProjecting(store, projector, { ...quickly, pause }).arrived();
		await vi.waitFor(async () => expect(await rowsOf(store)).toHaveLength(1));
		expect(quickly.failed).not.toHaveBeenCalled();
	});
});
