import { beforeEach, describe, expect, it } from 'vitest';
import { aJournal, type PlainJournal } from '#tests/support/a-journal.ts';
import { type TicketRequest } from '#lib/protocol/device-messages.ts';
import { isSignedBy } from '#lib/protocol/device-key.ts';
import { tokenHash } from '#lib/server/http/secret-token.ts';
import { deviceAccess } from './device-access.ts';

const { subtle } = crypto;
const CHALLENGE = 'C'.repeat(43);
const ticketText = (turn: number): string => `${turn}`.padStart(43, 'T');

let journal: PlainJournal;
let now: number;
/** What was asked of the server, in order. */
let asked: string[];
/** Turns of the tickets given; the next one. */
let turn: number;
let isLine: boolean;
let isCopied: boolean;
beforeEach(async () => {
	({ journal } = await aJournal(undefined, { subtle }));
	[now, asked, turn, isLine, isCopied] = [1000, [], 1, true, false];
});

/** A server that gives tickets for right signatures. */
const server: typeof fetch = async (url, init) => {
	if (!isLine) throw new TypeError('no line');
	asked.push(`${init?.method} ${String(url)}`);
	const { key } = (await journal.deviceKey())!;
	const body = JSON.parse(String(init?.body)) as TicketRequest & { journal?: string; key?: string; signature?: string };
	if (String(url).endsWith('key')) {
		const said = { purpose: 'enrol', journal: body.journal!, key } as const;
		return new Response(null, { status: (await isSignedBy(body.key!, body.signature!, said)) ? 204 : 422 });
	}
	if (!body.signed) return Response.json({ challenge: CHALLENGE });
	const { last, signature } = body.signed;
	const said = { purpose: 'ticket', challenge: CHALLENGE, last: last === '' ? '' : tokenHash(last) } as const;
	if (!(await isSignedBy(key, signature, said))) return new Response('{}', { status: 422 });
	asked.push(`shown ${last.replaceAll('T', '')}`);
	if (isCopied) return Response.json({ copied: true });
	return Response.json({ ticket: { value: ticketText(turn), turn: turn++, epoch: 'E1' } });
};

/** One lock for all tabs of a test. */
function aLock(): <T>(work: () => Promise<T>) => Promise<T> {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const next = last.then(work);
		last = next.catch(() => undefined);
		return next;
	};
}
const aTab = (alone = aLock(), hasCrypto = true) =>
	deviceAccess({
		journal,
		fetch: server,
		deviceToken: async () => 'token',
		subtle: hasCrypto ? subtle : undefined,
		alone,
		now: () => now
	});

describe('how a browser comes to read', () => {
	it('N149 what waits to be sent never waits for a ticket', async () => {
		isLine = false;
		expect(await aTab().authorization()).toBe('Device token');
	});

	it('N149 a ticket is got for a signature over the challenge and the last one, when the server asks for it', async () => {
		const tab = aTab();
		expect(await tab.admit('ticket')).toBe(true);
		expect(await tab.authorization()).toBe(`Device token ${ticketText(1)}`);
		now += 5000;
		expect(await tab.admit('ticket')).toBe(true);
		expect(asked.filter((each) => each.startsWith('shown'))).toEqual(['shown ', 'shown 1']);
		expect(await tab.authorization()).toBe(`Device token ${ticketText(2)}`);
	});

	it('N142 a device that was enrolled without a key shows it first', async () => {
		expect(await aTab().admit('key')).toBe(true);
		expect(asked[0]).toBe('PUT /api/devices/key');
		expect(await aTab().authorization()).toBe(`Device token ${ticketText(1)}`);
	});

	it('N149 of two tabs one renews, the other takes what it got', async () => {
		const alone = aLock();
		const tabs = [aTab(alone), aTab(alone)];
		for (const tab of tabs) await tab.authorization();
		expect(await Promise.all(tabs.map((tab) => tab.admit('ticket')))).toEqual([true, true]);
		expect(asked.filter((each) => each.startsWith('shown'))).toEqual(['shown ']);
	});

	it('N149 a server that refuses again at once is not asked again at once; a lost line is no error', async () => {
		const tab = aTab();
		isCopied = true;
		expect([await tab.admit('ticket'), await tab.admit('copied')]).toEqual([false, false]);
		expect(asked.filter((each) => each.startsWith('shown'))).toHaveLength(1);
		now += 5000;
		isLine = false;
		expect(await tab.admit('copied')).toBe(false);
		now += 5000;
		[isLine, isCopied] = [true, false];
		expect(await tab.admit('copied')).toBe(true);
	});

	it('N148 where the page is not secure nothing is shown and nothing fails', async () => {
		const tab = aTab(aLock(), false);
		expect([await tab.admit('key'), await tab.admit('ticket'), await tab.authorization()]).toEqual([
			false,
			false,
			'Device token'
		]);
		expect(asked).toEqual([]);
	});
});
