import { plainAccess } from '#tests/support/plain-access.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { aJournal, type PlainJournal } from '#tests/support/a-journal.ts';
import { aServer } from '#tests/support/a-server.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type ContextResponse } from '#lib/protocol/context-messages.ts';
import { contextFollower } from './follow-context.ts';
import { createSyncLoop } from './sync-loop.ts';

const name = { kk: 'Орталық', ru: 'Центр' };
const entry = { id: 'center-04' as OrgId, kind: 'center', number: 4, name, shortName: name, address: '', phones: [] };
const hours = { open: 540, close: 1080, lunch: null, weekdays: [1, 2, 3, 4, 5] };
const contextAt = (version: string) => ({
	org: { ...entry, windows: ['1'], hours, slots: { collect: [], dispatch: [] } },
	people: [],
	counterparts: [],
	version,
	serverTime: 1_795_000_000_000
});

describe('the org’s context at a device', () => {
	let journal: PlainJournal;
	let asked: Request[];
	/** What the server answers at `/api/context`; null: there is no line. */
	let answered: unknown;
	const fetching = async (url: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
		asked.push(new Request(new URL(String(url), 'http://localhost'), init));
		if (answered === null) throw new TypeError('no line');
		return Response.json(answered);
	};
	const follower = (token: string | null = 'token') =>
		contextFollower({ journal, fetch: fetching, access: plainAccess(token) });
	const stored = (): Promise<ContextResponse | undefined> => journal.read((reader) => reader.meta('context'));
	beforeEach(async () => {
		({ journal } = await aJournal());
		[asked, answered] = [[], contextAt('a')];
	});

	it('S187 is fetched with the device’s token when the server names another version than the stored one', async () => {
		const follow = follower();
		await follow('a');
		await follow('a');
		expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual(['Device token']);
		answered = contextAt('b');
		await follow('b');
		expect([asked.length, (await stored())?.version]).toEqual([2, 'b']);
	});

	it('S187 nothing is sent without a token', async () => {
		await follower(null)('a');
		expect(asked).toEqual([]);
	});

	it.each([null, { people: 'none' }])('S187 a lost answer and a wrong one leave what is stored: %s', async (wrong) => {
		const follow = follower();
		await follow('a');
		answered = wrong;
		await follow('b');
		expect((await stored())?.version).toBe('a');
		answered = contextAt('b');
		await follow('b');
		expect((await stored())?.version).toBe('b');
	});

	it('S187 where the answer has another version than was named, it is not fetched at every round', async () => {
		const follow = follower();
		answered = contextAt('newer');
		await follow('named');
		await follow('named');
		expect(asked).toHaveLength(1);
		// Another tab stored what is named now; then that is out of date too.
		await journal.keep('context', { ...(await stored())!, version: 'other' });
		await follow('named');
		expect(asked).toHaveLength(2);
	});

	it('S187 a round stores it, and holds up no facts for it', async () => {
		const send = aServer().transport();
		let end = () => {};
		const slow = new Promise<void>((resolve) => (end = resolve));
		const follow = follower();
		const loop = createSyncLoop({
			journal,
			transport: async (request) => {
				const answer = await send(request);
				return answer.ok ? { ok: true, response: { ...answer.response, context: 'a' } } : answer;
			},
			followContext: async (version) => {
				await slow;
				await follow(version);
			},
			now: () => 0,
			random: () => 0,
			lock: (work) => work(),
			schedule: () => () => undefined,
			failed: (error) => expect.unreachable(String(error))
		});
		const ran = loop.runNow();
		await expect.poll(async () => (await loop.status()).lastAnswerAt).not.toBeNull();
		await expect.poll(async () => (await loop.status()).running).toBe(false);
		expect(await stored()).toBeUndefined();
		end();
		expect(await ran).toBeNull();
		expect((await stored())?.version).toBe('a');
	});
});
