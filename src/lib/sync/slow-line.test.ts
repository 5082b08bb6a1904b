import { beforeEach, describe, expect, it } from 'vitest';
import { aJournal, type PlainJournal } from '#tests/support/a-journal.ts';
import { aServer } from '#tests/support/a-server.ts';
import { acceptance, applicationNo, stamp } from '#tests/support/fact-drafts.ts';
import { createSyncLoop, type SyncLoop } from './sync-loop.ts';
import { type Transport, type TransportFailure } from './transport.ts';

const MINUTE = 60_000;

const record = (journal: PlainJournal, count: number, from = 1) =>
	journal.append(() => Array.from({ length: count }, (_, index) => acceptance(applicationNo(from + index))), stamp());

describe('a line that does not carry what is sent', () => {
	let journal: PlainJournal;
	let time: number;
	let sizes: number[];
	/** Most facts that the line carries at once; what it answers to more. */
	let line: { carries: number; otherwise: TransportFailure };
	let loop: SyncLoop;
	beforeEach(async () => {
		({ journal } = await aJournal());
		[time, sizes] = [1_764_000_000_000, []];
		line = { carries: 500, otherwise: 'timeout' };
		const send = aServer(() => time).transport();
		const transport: Transport = async (request) => {
			sizes.push(request.facts.length);
			return request.facts.length > line.carries ? { ok: false, reason: line.otherwise } : send(request);
		};
		loop = createSyncLoop({
			journal,
			transport,
			now: () => time,
			random: () => 0,
			lock: (work) => work(),
			schedule: () => () => undefined,
			failed: (error) => {
				throw error;
			}
		});
	});
	const acked = async () => (await journal.state()).sync.ackedSeq;

	it.each(['timeout', 'server', 'offline', 'refused', 'unreadable'] as const)(
		'S150 a batch that ends in “%s” while an empty request comes through is halved until it goes through',
		async (otherwise) => {
			line = { carries: 70, otherwise };
			await record(journal, 300);
			expect(await loop.runNow()).toBeNull();
			expect(sizes).toEqual([300, 0, 150, 0, 75, 0, 37, 37, 37, 37, 37, 37, 37, 37, 4]);
			expect(await acked()).toBe(300);
		}
	);

	it('S150 what the line carried once is not asked of it again soon, and more is tried after a while', async () => {
		line = { carries: 130, otherwise: 'timeout' };
		await record(journal, 250);
		await loop.runNow();
		sizes.length = 0;
		await record(journal, 250, 300);
		await loop.runNow();
		expect(sizes).toEqual([125, 125]);
		line.carries = 500;
		time += 11 * MINUTE;
		sizes.length = 0;
		await record(journal, 250, 600);
		await loop.runNow();
		expect(sizes).toEqual([250]);
	});

	it('S150 a dead line halves nothing: what waits leaves whole when it is back', async () => {
		line = { carries: -1, otherwise: 'offline' };
		await record(journal, 400);
		expect(await loop.runNow()).toBe('offline');
		expect(sizes).toEqual([400, 0]);
		line.carries = 500;
		sizes.length = 0;
		await loop.runNow();
		expect(sizes).toEqual([400]);
	});

	it('S151 where not even one fact comes through but empty requests do, a person is asked, and nothing is lost', async () => {
		line = { carries: 0, otherwise: 'refused' };
		await record(journal, 3);
		expect(await loop.runNow()).toBe('stuck');
		expect(sizes).toEqual([3, 0, 1, 0]);
		expect(await loop.status()).toMatchObject({ failure: 'stuck', needsAttention: true, queued: 3 });
		line.carries = 500;
		expect(await loop.runNow()).toBeNull();
		expect(await acked()).toBe(3);
	});

	it('S151 an unknown device is not taken for a slow line', async () => {
		line = { carries: -1, otherwise: 'unauthorized' };
		await record(journal, 3);
		expect(await loop.runNow()).toBe('unauthorized');
		expect(sizes).toEqual([3]);
	});

	it('S152 when the line is back, a request on the old one is given up and another goes out at once', async () => {
		let hangs: (() => void) | undefined;
		const send = aServer(() => time).transport();
		const hanging = createSyncLoop({
			journal,
			transport: (request) => {
				sizes.push(request.facts.length);
				if (hangs) return send(request);
				return new Promise((resolve) => (hangs = () => resolve({ ok: false, reason: 'offline' })));
			},
			now: () => time,
			random: () => 0,
			lock: (work) => work(),
			schedule: () => () => undefined,
			giveUp: () => hangs?.(),
			failed: (error) => {
				throw error;
			}
		});
		await record(journal, 2);
		const running = hanging.runNow();
		await expect.poll(() => sizes.length).toBe(1);
		hanging.lineBack();
		expect(await running).toBeNull();
		expect(await acked()).toBe(2);
	});
});
