import { gunzipSync } from 'node:zlib';
import { problem } from '#lib/server/http/problem.ts';
import { plainAccess } from '#tests/support/plain-access.ts';
import { describe, expect, it } from 'vitest';
import { type SyncRequest, type SyncResponse } from '#lib/protocol/sync-messages.ts';
import { httpTransport } from './http-transport.ts';
import { createLine, rememberPlain } from './line.ts';

const request: SyncRequest = {
	protocol: 1,
	journal: 'j' as SyncRequest['journal'],
	lastSeq: 0,
	ackedSeq: 0,
	ackedHash: '',
	cursor: null,
	facts: []
};
const response: SyncResponse = {
	epoch: 'e',
	ackedSeq: 0,
	quarantined: [],
	facts: [],
	cursor: { epoch: 'e', position: 0, hash: '' },
	more: false,
	serverTime: 1
};
const calls: { url: string; init: RequestInit }[] = [];
const transportTo = (answer: () => Response | Promise<Response>, token: string | null = 'secret') =>
	httpTransport({
		access: plainAccess(token),
		fetch: async (url, init) => {
			calls.push({ url: String(url), init: init ?? {} });
			return answer();
		}
	});

describe('sync over HTTP', () => {
	it('S14 authenticates the device, never a person, and gives the parsed answer', async () => {
		const result = await transportTo(() => Response.json(response))(request);
		expect(result).toEqual({ ok: true, response });
		const { url, init } = calls.at(-1)!;
		expect([url, init.method, init.credentials]).toEqual(['/api/sync', 'POST', 'omit']);
		expect(init.headers).toMatchObject({ authorization: 'Device secret' });
		expect(JSON.parse(init.body as string)).toEqual(request);
	});

	it('S14 packs a large request', async () => {
		const facts = [{ text: 'ә'.repeat(9_000), personal: null }];
		await transportTo(() => Response.json(response))({ ...request, facts });
		const { init } = calls.at(-1)!;
		expect(init.headers).toMatchObject({ 'content-encoding': 'gzip' });
		const unpacked = gunzipSync(Buffer.from(init.body as ArrayBuffer)).toString();
		expect(JSON.parse(unpacked)).toEqual({ ...request, facts });
	});

	it('S14 sends nothing before the device has a token', async () => {
		const before = calls.length;
		expect(await transportTo(() => Response.json(response), null)(request)).toEqual({
			ok: false,
			reason: 'unauthorized'
		});
		expect(calls).toHaveLength(before);
	});

	it.each([
		[413, 'tooLarge'],
		[401, 'unauthorized'],
		[403, 'unauthorized'],
		[400, 'refused'],
		[429, 'server'],
		[500, 'server'],
		[503, 'server']
	])('S15 status %i is the answer %s, not an exception', async (status, reason) => {
		expect(await transportTo(() => new Response('', { status }))(request)).toEqual({ ok: false, reason });
	});

	it.each([
		[new Response('', { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } }), 'proxySignIn'],
		[new Response('<html>', { status: 401, headers: { 'www-authenticate': 'Negotiate' } }), 'proxySignIn'],
		[new Response('', { status: 407 }), 'proxySignIn'],
		[problem('unknownDevice'), 'unauthorized'],
		[problem('wrongHost'), 'wrongHost'],
		[problem('foreignOrigin'), 'unauthorized'],
		[problem('noRoom'), 'noRoom'],
		[problem('tooMany'), 'server'],
		[problem('tooLarge'), 'tooLarge']
	])(
		'N80 what stands between, and what the server lacks, is told apart from a device that is not known: %#',
		async (answer, reason) => {
			expect(await transportTo(() => answer.clone())(request)).toEqual({ ok: false, reason });
		}
	);

	it.each([
		['no line', new TypeError('fetch failed'), 'offline'],
		['too slow', new DOMException('', 'TimeoutError'), 'timeout']
	])('S15 %s is an answer, not an exception', async (_, error, reason) => {
		expect(await transportTo(() => Promise.reject(error))(request)).toEqual({ ok: false, reason });
	});

	describe('something between that spoils what is packed', () => {
		const facts = [{ text: 'ә'.repeat(9_000), personal: null }];
		/** What arrives at the server of a packed and of a plain request, and how each is answered. */
		const between = (toPacked: () => Response) => {
			const seen: ('packed' | 'plain')[] = [];
			let plain = false;
			const send = httpTransport({
				access: plainAccess(),
				line: { signal: () => new AbortController().signal, isPlain: () => plain, goPlain: () => (plain = true) },
				fetch: async (_url, init) => {
					const headers = new Headers(init?.headers);
					const isPlain = headers.has('x-plain-answer') && !headers.has('content-encoding');
					seen.push(isPlain ? 'plain' : 'packed');
					return isPlain ? Response.json(response) : toPacked();
				}
			});
			return { send: () => send({ ...request, facts }), seen };
		};

		it.each([
			['the header is stripped, so that the server cannot read it', () => new Response('', { status: 400 })],
			['a packed body is refused', () => new Response('', { status: 415 })],
			['the answer comes packed without its header', () => new Response(new Uint8Array([31, 139, 8, 0]))],
			['a page is answered', () => new Response('<html>')]
		])('S153 %s: the same goes plain at once, and plain only from then on', async (_, toPacked) => {
			const { send, seen } = between(toPacked);
			expect(await send()).toEqual({ ok: true, response });
			expect(await send()).toEqual({ ok: true, response });
			expect(seen).toEqual(['packed', 'plain', 'plain']);
		});

		it('S153 where plain does not help either, the line is not blamed', async () => {
			const bad = () => new Response('', { status: 400 });
			const seen: boolean[] = [];
			const send = httpTransport({
				access: plainAccess(),
				fetch: async (_url, init) => {
					seen.push(new Headers(init?.headers).has('content-encoding'));
					return bad();
				}
			});
			for (let turn = 0; turn < 2; turn += 1)
				expect(await send({ ...request, facts })).toEqual({ ok: false, reason: 'refused' });
			expect(seen).toEqual([true, false, true, false]);
		});

		it('S153 the browser remembers it for the line, and a store that refuses is no obstacle', () => {
			const kept = new Map<string, string>();
			const storage = {
				getItem: (key: string) => kept.get(key) ?? null,
				setItem: (key: string, value: string) => void kept.set(key, value)
			};
			rememberPlain(storage).write();
			expect(rememberPlain(storage).read()).toBe(true);
			const refusing = {
				getItem: () => null,
				setItem: () => {
					throw new DOMException('', 'QuotaExceededError');
				}
			};
			const memory = rememberPlain(refusing);
			memory.write();
			expect(memory.read()).toBe(true);
		});
	});

	it('S152 a request that was given up because the line changed is an answer like a broken line', async () => {
		const line = createLine();
		const send = httpTransport({
			access: plainAccess(),
			line,
			fetch: (_url, init) =>
				new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
		});
		const answer = send(request);
		await Promise.resolve();
		line.giveUp();
		expect(await answer).toEqual({ ok: false, reason: 'offline' });
	});

	it('S15 a page of something between is not taken for an answer', async () => {
		expect(await transportTo(() => new Response('<html>'))(request)).toEqual({ ok: false, reason: 'unreadable' });
		expect(await transportTo(() => Response.json({ hello: 1 }))(request)).toEqual({ ok: false, reason: 'unreadable' });
	});
});

describe('an answer that withholds what there is to read', () => {
	const withheld = () => Response.json({ ...response, withheld: 'ticket' });
	const sending = (admitted: boolean) =>
		httpTransport({
			access: { authorization: async () => 'Device secret', admit: async () => admitted },
			fetch: async () => withheld()
		});

	it('N147 acknowledges, and is asked for more once the server lets the device read', async () => {
		expect(await sending(true)(request)).toEqual({ ok: true, response: { ...response, more: true } });
	});

	it('N147 says why where the server does not', async () => {
		expect(await sending(false)(request)).toEqual({ ok: true, response: { ...response, withheld: 'ticket' } });
	});
});
