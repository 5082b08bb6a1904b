import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerRequests, type Handler } from './answer-request.ts';
import { readClientFiles } from './client-files.ts';
import { createGuardedServer } from './guard-server.ts';

const SCRIPT = 'export const ten = 10;';
const logged: { id: string; err: Error }[] = [];
let handler: Handler = (_, res) => res.end('page');
let server: Server;
let base: string;
const folder = mkdtempSync(join(tmpdir(), 'tereze-files-'));

beforeAll(async () => {
	await mkdir(join(folder, '_app/immutable/workers'), { recursive: true });
	await mkdir(join(folder, 'fonts'));
	for (const file of ['service-worker.js', 'theme.js', '_app/immutable/workers/decoder.js', 'fonts/a.ttf'])
		writeFileSync(join(folder, file), SCRIPT);
	writeFileSync(join(folder, 'service-worker.js.gz'), gzipSync(SCRIPT));
	const log = { error: (values: object) => void logged.push(values as (typeof logged)[number]) };
	const files = await readClientFiles(folder);
	const answering = { handler: ((...args) => handler(...args)) as Handler, files, proxy: null, log };
	server = createGuardedServer(answerRequests(answering));
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	// As after a build that has cleared the folder: nothing of it is needed any more.
	rmSync(folder, { recursive: true });
});
afterAll(() => new Promise((closed) => server.close(closed).closeAllConnections()));
beforeEach(() => {
	logged.length = 0;
	handler = (_, res) => res.end('page');
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
	fetch(`${base}${path}`, { method, headers: { 'accept-encoding': 'identity', ...headers } });
/** What a bare connection gets for these bytes. */
const raw = (text: string): Promise<string> =>
	new Promise((resolve, reject) => {
		const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(text));
		let got = '';
		socket.setEncoding('latin1').on('data', (piece: string) => (got += piece));
		socket.on('close', () => resolve(got)).on('error', reject);
	});

describe('what is thrown', () => {
	const faults: [string, Handler][] = [
		[
			'at once',
			() => {
				throw new Error('secret of the inside');
			}
		],
		['later', () => Promise.reject(new Error('secret of the inside'))]
	];
	it.each(faults)(
		'N71 what a handler throws %s is a 500 with the number that the log has, and nothing of the inside',
		async (_, thrown) => {
			handler = thrown;
			const response = await get('/api/x?name=Оспанов');
			expect(response.status).toBe(500);
			expect(response.headers.get('content-type')).toBe('application/problem+json');
			const text = await response.text();
			expect(text).not.toContain('secret');
			expect(logged).toHaveLength(1);
			expect(JSON.parse(text)).toMatchObject({ code: 'serverFault', instance: `urn:uuid:${logged[0]!.id}` });
			expect(JSON.stringify(logged)).not.toContain('Оспанов');
			expect((await get('/theme.js')).status).toBe(200);
		}
	);

	it('N71 what fails in the middle of an answer ends that answer, and no other', async () => {
		handler = (_, res) => {
			res.write('half');
			return Promise.reject(new Error('too late'));
		};
		await expect(get('/').then((response) => response.text())).rejects.toThrow();
		handler = (_, res) => res.end('page');
		expect(await (await get('/')).text()).toBe('page');
	});

	it.each([
		['GET / HTTP/1.1\r\n\r\n', '400'],
		['GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n', '400'],
		['\u0016\u0003\u0001\u0002 hello TLS\r\n\r\n', '400'],
		['GET /%E0%A4%A HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', '400'],
		['POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', '400'],
		['POST /api/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n', '400'],
		[`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, '431'],
		[`GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, '431'],
		['CONNECT evil.example:80 HTTP/1.1\r\nHost: a\r\n\r\n', '405'],
		['TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', '405'],
		['GET / HTTP/1.1\r\nHost: a\r\nExpect: a miracle\r\nConnection: close\r\n\r\n', '200'],
		['GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n', '200'],
		['OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', '204']
	])('N71 the bytes %.50j are answered with %s', async (bytes, status) => {
		handler = (req, res) => {
			res.setHeader('connection', 'close');
			req.on('end', () => res.end('page')).resume();
		};
		expect(await raw(bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	});
});

describe('files', () => {
	it('N72 a part, a part that is none, and a broken wish for one', async () => {
		const part = await get('/service-worker.js', { range: 'bytes=7-11' });
		expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
			206,
			`bytes 7-11/${SCRIPT.length}`,
			'const'
		]);
		const none = await get('/service-worker.js', { range: 'bytes=5-1' });
		expect([none.status, none.headers.get('content-range')]).toEqual([416, `bytes */${SCRIPT.length}`]);
		for (const range of ['bytes=x', 'bytes=0-1,3-4', 'pages=1-2'])
			expect(await (await get('/service-worker.js', { range })).text()).toBe(SCRIPT);
	});

	it('N72 a part of a file that has changed since is the whole of it', async () => {
		const tag = (await get('/theme.js')).headers.get('etag') ?? '';
		expect((await get('/theme.js', { range: 'bytes=0-3', 'if-range': tag })).status).toBe(206);
		expect((await get('/theme.js', { range: 'bytes=0-3', 'if-range': '"older"' })).status).toBe(200);
	});

	it('N72 a file goes packed to whoever takes that, as headers only to HEAD, and not at all to whoever has it', async () => {
		const packed = await get('/service-worker.js', { 'accept-encoding': 'gzip' });
		expect([packed.headers.get('content-encoding'), await packed.text()]).toEqual(['gzip', SCRIPT]);
		expect(
			(await get('/service-worker.js', { 'accept-encoding': 'gzip;q=0' })).headers.get('content-encoding')
		).toBeNull();
		const head = await get('/service-worker.js', { range: 'bytes=0-1' }, 'HEAD');
		expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
			200,
			String(SCRIPT.length),
			''
		]);
		const tag = packed.headers.get('etag') ?? '';
		expect(
			(await get('/service-worker.js', { 'accept-encoding': 'gzip', 'if-none-match': `"x", W/${tag}` })).status
		).toBe(304);
	});

	it.each([
		'/_app/immutable/chunks/old.js',
		'/fonts/none.woff2',
		'/old.css',
		'/.env',
		'/_app/version.json',
		'/app.js.map'
	])('N73 %s, which is not there, is a 404 and not a page', async (path) => {
		handler = () => expect.unreachable('The framework was asked');
		if (path === '/.env') handler = (_, res) => res.writeHead(404).end();
		expect((await get(path)).status).toBe(404);
	});

	it('N73 files and pages are only read', async () => {
		for (const path of ['/theme.js', '/window']) {
			const response = await get(path, {}, 'POST');
			expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
		}
	});

	it.each([
		['/_app/immutable/workers/decoder.js', /immutable/],
		['/fonts/a.ttf', /max-age=\d{6}/],
		['/theme.js', /^no-cache$/],
		['/service-worker.js', /^no-cache$/]
	])('N78 %s has a lifetime', async (path, lifetime) => {
		const { headers } = await get(path);
		expect(headers.get('cache-control')).toMatch(lifetime);
		expect(headers.get('etag')).toMatch(/^"[\w-]+"$/);
		expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
		expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
	});
});
