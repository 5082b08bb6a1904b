import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type SyncRequest, type SyncResponse } from '../protocol/sync-messages';
import { httpTransport } from './http-transport';

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
		deviceToken: async () => token,
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
		['no line', new TypeError('fetch failed'), 'offline'],
		['too slow', new DOMException('', 'TimeoutError'), 'timeout']
	])('S15 %s is an answer, not an exception', async (_, error, reason) => {
		expect(await transportTo(() => Promise.reject(error))(request)).toEqual({ ok: false, reason });
	});

	it('S15 a page of something between is not taken for an answer', async () => {
		expect(await transportTo(() => new Response('<html>'))(request)).toEqual({ ok: false, reason: 'unreadable' });
		expect(await transportTo(() => Response.json({ hello: 1 }))(request)).toEqual({ ok: false, reason: 'unreadable' });
	});
});
