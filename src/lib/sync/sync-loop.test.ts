import { beforeEach, describe, expect, it } from 'vitest';
import { aJournal, type PlainJournal } from '#tests/support/a-journal.ts';
import { aServer } from '#tests/support/a-server.ts';
import { acceptance, applicationNo, stamp } from '#tests/support/fact-drafts.ts';
import { backoffMs } from './backoff.ts';
import { createSyncLoop, type SyncLoop, type SyncPorts } from './sync-loop.ts';
import { type Transport, type TransportFailure } from './transport.ts';

const record = (journal: PlainJournal, count: number, from = 1) =>
	journal.append(() => Array.from({ length: count }, (_, index) => acceptance(applicationNo(from + index))), stamp());

describe('the loop of sync', () => {
	let journal: PlainJournal;
	let time: number;
	let timers: { ms: number; callback: () => void }[];
	let sizes: number[];
	let failing: TransportFailure | null;
	let errors: unknown[];
	const loopWith = (more: Partial<SyncPorts<never, never>> = {}): SyncLoop => {
		const send = aServer(() => time).transport();
		const transport: Transport = async (request) => {
			sizes.push(request.facts.length);
			return failing ? { ok: false, reason: failing } : send(request);
		};
		return createSyncLoop({
			journal,
			transport,
			now: () => time,
			random: () => 0,
			lock: (work) => work(),
			schedule: (ms, callback) => {
				timers.push({ ms, callback });
				return () => (timers = timers.filter((timer) => timer.callback !== callback));
			},
			failed: (error) => errors.push(error),
			...(more as object)
		});
	};
	beforeEach(async () => {
		({ journal } = await aJournal());
		time = 1_764_000_000_000;
		[timers, sizes, errors, failing] = [[], [], [], null];
	});

	it('S9 tells truthfully what is sent, what waits, and when the server last answered', async () => {
		const loop = loopWith();
		await record(journal, 12);
		expect(await loop.status()).toMatchObject({ sent: 0, queued: 12, lastAnswerAt: null, needsAttention: false });
		failing = 'offline';
		expect(await loop.runNow()).toBe('offline');
		expect(await loop.status()).toMatchObject({ sent: 0, queued: 12, failure: 'offline', needsAttention: false });
		failing = null;
		await loop.runNow();
		await record(journal, 1, 20);
		expect(await loop.status()).toMatchObject({ sent: 12, queued: 1, failure: null, lastAnswerAt: time });
	});

	it.each(['unauthorized', 'refused'] as const)(
		'S9 %s is told as something that a person must settle',
		async (reason) => {
			failing = reason;
			const loop = loopWith();
			await loop.runNow();
			expect(await loop.status()).toMatchObject({ failure: reason, needsAttention: true });
		}
	);

	it('S10 halves a batch that is too large until it goes through', async () => {
		await record(journal, 900);
		const send = aServer(() => time).transport();
		const loop = loopWith({
			transport: async (request) => {
				sizes.push(request.facts.length);
				return request.facts.length > 130 ? { ok: false, reason: 'tooLarge' } : send(request);
			}
		});
		expect(await loop.runNow()).toBeNull();
		expect(sizes.slice(0, 5)).toEqual([500, 250, 125, 125, 125]);
		expect((await journal.state()).sync.ackedSeq).toBe(900);
	});

	it('S10 a single fact that is still too large is told, not tried for ever', async () => {
		await record(journal, 1);
		failing = 'tooLarge';
		const loop = loopWith();
		expect(await loop.runNow()).toBe('tooLarge');
		expect(await loop.status()).toMatchObject({ needsAttention: true });
	});

	it('S11 waits longer after each round that fails or moves nothing, from 1 s to 5 min, and not in step with others', async () => {
		expect([0, 1, 2, 8, 9, 30].map((quiet) => backoffMs(quiet, 0))).toEqual([
			1_000, 2_000, 4_000, 256_000, 300_000, 300_000
		]);
		expect(backoffMs(2, 0.5)).toBe(3_000);
		failing = 'offline';
		const loop = loopWith();
		loop.start();
		await loop.runNow();
		const waits: number[] = [];
		for (let round = 0; round < 3; round += 1) {
			const [timer] = timers.splice(0);
			waits.push(timer!.ms);
			timer!.callback();
			await loop.runNow();
		}
		expect(waits).toEqual([2_000, 4_000, 8_000]);
		failing = null;
		await record(journal, 1);
		loop.trigger();
		await loop.runNow();
		expect(timers.map(({ ms }) => ms)).toEqual([1_000]);
		loop.stop();
		expect(timers).toEqual([]);
	});

	it('S11 what is recorded during a round goes out in the next one at once', async () => {
		const send = aServer(() => time).transport();
		let during = true;
		const loop: SyncLoop = loopWith({
			transport: async (request) => {
				if (during) {
					during = false;
					await record(journal, 1);
					loop.trigger();
				}
				return send(request);
			}
		});
		await loop.runNow();
		expect((await journal.state()).sync.ackedSeq).toBe(1);
	});

	it('S12 one round at a time per browser; a lock that a frozen tab keeps is taken from it', async () => {
		const steals: boolean[] = [];
		const loop = loopWith({
			lock: async (work, { steal }) => {
				steals.push(steal);
				return steal ? work() : 'busy';
			}
		});
		await record(journal, 1);
		await loop.runNow();
		expect(sizes).toEqual([]);
		time += 60_000;
		await loop.runNow();
		time += 31_000;
		await loop.runNow();
		expect(steals).toEqual([false, false, true]);
		expect(sizes).toEqual([1]);
	});

	it('S13 a store that fails under the loop is told, and the loop goes on', async () => {
		const loop = loopWith({ lock: () => Promise.reject(new Error('closed')) });
		loop.start();
		await loop.runNow();
		expect(errors).toMatchObject([{ message: 'closed' }]);
		expect(timers).toHaveLength(1);
	});
});
