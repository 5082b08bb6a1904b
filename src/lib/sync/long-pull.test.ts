import { describe, expect, it } from 'vitest';
import { aJournal, type PlainJournal, plainOptions, rowsOf } from '#tests/support/a-journal.ts';
import { aServer } from '#tests/support/a-server.ts';
import { acceptance, applicationNo, registration, stamp } from '#tests/support/fact-drafts.ts';
import { MAX_PULLED_FACTS } from '#lib/protocol/sync-messages.ts';
import { createSyncLoop, type SyncLoop } from './sync-loop.ts';
import { type Transport } from './transport.ts';

const PAGES = 3;
const now = () => 1_764_000_000_000;
const loopOf = (journal: PlainJournal, transport: Transport): SyncLoop =>
	createSyncLoop({
		journal,
		transport,
		now,
		random: () => 0,
		lock: (work) => work(),
		schedule: () => () => {},
		failed: (error) => {
			throw error;
		}
	});

/** A store that has heard nothing yet of three pages of facts; the later two are of the first three applications only. */
async function behind(pagesUntilFailure = Infinity) {
	const server = aServer(now).transport();
	const { journal: other } = await aJournal();
	const many = (count: number) => Array.from({ length: count }, (_, index) => index);
	await other.append(() => many(MAX_PULLED_FACTS).map((nr) => acceptance(applicationNo(1 + nr))), stamp());
	await other.append(
		() => many((PAGES - 1) * MAX_PULLED_FACTS).map((nr) => registration(applicationNo(1 + (nr % 3)))),
		stamp()
	);
	await loopOf(other, server).runNow();
	const folded: string[] = [];
	const { journal } = await aJournal(undefined, {
		projector: (number, ...rest) => {
			folded.push(number);
			return plainOptions.projector(number, ...rest);
		}
	});
	let asked = 0;
	const loop = loopOf(journal, async (request) =>
		(asked += 1) > pagesUntilFailure ? { ok: false, reason: 'offline' } : server(request)
	);
	return { journal, loop, folded };
}

describe('a long pull', () => {
	it('S93 rows are made once, at its end, and the state tells meanwhile that some lag', async () => {
		const { journal, loop, folded } = await behind();
		const told: Promise<number>[] = [];
		loop.listen(() => void told.push(loop.status().then(({ lagging }) => lagging)));
		await loop.runNow();
		expect(await Promise.all(told)).toContain(MAX_PULLED_FACTS);
		expect((await loop.status()).lagging).toBe(0);
		// The three that the last page tells of are folded with it, too.
		expect(folded).toHaveLength(MAX_PULLED_FACTS + 3);
		const facts = (await rowsOf(journal)).reduce((sum, row) => sum + row.facts.length, 0);
		expect(facts).toBe(PAGES * MAX_PULLED_FACTS);
	});

	it('S93 rows are made also where the line fails in the middle', async () => {
		const { journal, loop, folded } = await behind(2);
		expect(await loop.runNow()).toBe('offline');
		expect(folded).toHaveLength(MAX_PULLED_FACTS);
		expect((await loop.status()).lagging).toBe(0);
		const facts = (await rowsOf(journal)).reduce((sum, row) => sum + row.facts.length, 0);
		expect(facts).toBe(2 * MAX_PULLED_FACTS);
	});
});
