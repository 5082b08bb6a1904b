import { beforeEach, describe, expect, it } from 'vitest';
import { type SyncRequest } from '#lib/protocol/sync-messages.ts';
import { problem } from '#lib/server/http/problem.ts';
import { aJournal, type PlainJournal } from '#tests/support/a-journal.ts';
import { aServer } from '#tests/support/a-server.ts';
import { acceptance, applicationNo, stamp } from '#tests/support/fact-drafts.ts';
import { plainAccess } from '#tests/support/plain-access.ts';
import { httpTransport } from './http-transport.ts';
import { createSyncLoop, type SyncLoop } from './sync-loop.ts';

const TIME = 1_764_000_000_000;

describe('a rolling upgrade, as a device meets it', () => {
	let journal: PlainJournal;
	let loop: SyncLoop;
	/** What the server that comes next makes of an answer. */
	let server: 'newer' | 'older' | 'oldest';
	beforeEach(async () => {
		({ journal } = await aJournal());
		const send = aServer(() => TIME).transport();
		const fetchThere = async (_: unknown, init?: RequestInit) => {
			if (server === 'older') return problem('unavailable', { retryAfterSeconds: 60 });
			if (server === 'oldest') return problem('badRequest', { detail: 'Wrong form: facts' });
			const answer = await send(JSON.parse(init!.body as string) as SyncRequest);
			if (!answer.ok) throw new Error(answer.reason);
			return Response.json({ ...answer.response, ofTomorrow: { some: 'thing' } });
		};
		loop = createSyncLoop({
			journal,
			transport: httpTransport({ fetch: fetchThere as typeof fetch, access: plainAccess() }),
			now: () => TIME,
			random: () => 0,
			lock: (work) => work(),
			schedule: () => () => undefined,
			failed: (error) => {
				throw error;
			}
		});
	});
	const record = (serial: number) => journal.append(() => [acceptance(applicationNo(serial))], stamp());

	it('N382 it understands a newer server, waits with all that it has at an older one, and sends it when the newer one is there again', async () => {
		server = 'newer';
		await record(1);
		expect(await loop.runNow()).toBeNull();
		await record(2);
		for (const [met, failure] of [
			['older', 'server'],
			['oldest', 'refused']
		] as const) {
			server = met;
			expect(await loop.runNow()).toBe(failure);
			expect(await loop.status()).toMatchObject({ sent: 1, queued: 1, failure });
		}
		await record(3);
		server = 'newer';
		expect(await loop.runNow()).toBeNull();
		expect(await loop.status()).toMatchObject({ sent: 3, queued: 0, failure: null });
		const { head, sync } = await journal.state();
		expect([sync.ackedSeq, head.seq]).toEqual([3, 3]);
	});
});
