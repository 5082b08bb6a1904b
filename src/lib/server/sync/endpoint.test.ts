import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as getHealth } from '../../../routes/api/health/+server.ts';
import { GET as getMetrics } from '../../../routes/api/metrics/+server.ts';
import { POST } from '../../../routes/api/sync/+server.ts';
import { GET as getWake } from '../../../routes/api/sync/wake/+server.ts';
import { PROTOCOL_VERSION, type SyncResponse } from '#lib/protocol/sync-messages.ts';
import { BODY, CENTER, Writer } from '#tests/contract/server-store-writer.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { syncServerOf } from './sync-server.ts';

let db: Database;
const folder = mkdtempSync(join(tmpdir(), 'sync-'));
beforeAll(async () => {
	db = await openDatabase(join(folder, 'tereze.db'));
	await syncServerOf(db, folder);
});
afterAll(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

type Handler = (event: object) => Response | Promise<Response>;
const call = (handler: unknown, more: object, body?: BodyInit, headers: Record<string, string> = {}) => {
	const request = new Request('http://localhost/api/sync', { method: body ? 'POST' : 'GET', body, headers });
	const event = {
		request,
		locals: { db, ...('locals' in more ? (more.locals as object) : {}) },
		...{ getClientAddress: () => '127.0.0.1' }
	};
	return (handler as Handler)({ ...more, ...event });
};
const push = (writer: Writer, body: BodyInit, headers = {}) =>
	call(POST, { locals: { device: writer.device } }, body, headers);

describe('POST /api/sync', () => {
	it('S74 takes plain and gzip requests, and answers in gzip where that is taken', async () => {
		const window = new Writer('J1');
		for (let serial = 1; serial <= 5; serial += 1) window.accepted(serial);
		const plain = await push(window, JSON.stringify(window.request()));
		expect(plain.headers.get('content-encoding')).toBeNull();
		expect(((await plain.json()) as SyncResponse).ackedSeq).toBe(5);
		const zipped = await push(new Writer('J2'), gzipSync(JSON.stringify(new Writer('J2').request())), {
			'content-encoding': 'gzip',
			'accept-encoding': 'br, gzip'
		});
		expect(zipped.headers.get('content-encoding')).toBe('gzip');
		const answer = JSON.parse(gunzipSync(await zipped.arrayBuffer()).toString()) as SyncResponse;
		expect(answer.facts).toHaveLength(5);
	});

	it('S74 an unknown device is told so, and nothing is read', async () => {
		const answer = await call(POST, {}, '{}');
		expect(answer.status).toBe(401);
		expect(answer.headers.get('content-type')).toBe('application/problem+json');
		expect(await answer.json()).toMatchObject({ code: 'unknownDevice', status: 401 });
	});

	it('S74 too many facts, or a body that unpacks beyond all measure, is 413: the device halves its batch', async () => {
		const window = new Writer('J3');
		const facts = new Array(501).fill({ text: 'x', personal: null });
		expect((await push(window, JSON.stringify(window.request(0, { facts })))).status).toBe(413);
		const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024));
		expect((await push(window, bomb, { 'content-encoding': 'gzip' })).status).toBe(413);
	});

	it('S74 what is not a request is 400 with the place that is wrong', async () => {
		const window = new Writer('J4');
		for (const body of ['{', '{}', '[]', JSON.stringify({ ...window.request(), ackedHash: 'x' })])
			expect((await push(window, body)).status).toBe(400);
		expect((await push(window, 'not gzip', { 'content-encoding': 'gzip' })).status).toBe(400);
		const wrong = await push(window, JSON.stringify({ ...window.request(), ackedHash: 'x' }));
		expect(((await wrong.json()) as { detail: string }).detail).toContain('ackedHash');
	});
});

describe('around sync', () => {
	it('S75 who listens is woken when there is something for the own org, and only then', async () => {
		const answer = await call(getWake, { locals: { device: { id: 'd', org: BODY } } });
		const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
		expect((await reader.read()).value).toContain('retry');
		const elsewhere = new Writer('J6', CENTER);
		elsewhere.dayClosed();
		await push(elsewhere, JSON.stringify(elsewhere.request()));
		const window = new Writer('J7', CENTER);
		window.accepted(50, BODY);
		const { hub } = await syncServerOf(db);
		expect(hub.listeners()).toBe(1);
		await push(window, JSON.stringify(window.request()));
		expect((await reader.read()).value).toBe('data: wake\n\n');
		await reader.cancel();
		expect(hub.listeners()).toBe(0);
	});

	it('S75 a stranger is not told that there is something', async () => {
		expect((await call(getWake, {})).status).toBe(401);
	});

	it('S76 health tells version, store, schema and epoch', async () => {
		const { epoch } = await syncServerOf(db);
		const answer = await call(getHealth, {});
		const protocol = PROTOCOL_VERSION;
		expect(await answer.json()).toMatchObject({ ok: true, store: 'sqlite', epoch: epoch.current(), protocol });
	});

	it('S76 metrics count requests and facts, for this machine or with the token', async () => {
		const text = await (await call(getMetrics, {})).text();
		expect(text).toMatch(/tereze_sync_facts_total [1-9]/);
		expect(text).toContain('tereze_sync_requests_total{result="taken"}');
		process.env['METRICS_TOKEN'] = 'a-secret-of-metrics';
		expect((await call(getMetrics, {})).status).toBe(403);
		delete process.env['METRICS_TOKEN'];
	});

	it('S67 what was pushed can be searched, by the same fold as on the devices', async () => {
		const { search } = await syncServerOf(db);
		const rows = await search({ org: CENTER, key: 'name:оспанов', limit: 100 });
		expect(rows.length).toBeGreaterThan(4);
	});
});
