import { gzipSync } from 'node:zlib';
import type { Chance } from './chance.ts';
import { EXAMPLES } from './examples.ts';
import { broken, mutated } from './mutate.ts';

/** Who the hostile one is: nobody, somebody signed in, or a device. */
export type Guise = { cookie: string; device: string };

export type Hostile = {
	/** For the report, when it does what it must not. */
	what: string;
	/** Sent one after another, with a pause between. */
	pieces: Buffer[];
	pauseMs: number;
	/** False: it never comes to its end, and no answer is owed. */
	isWhole: boolean;
};

const RANGES = [
	'bytes=5-1',
	'bytes=0-0',
	'bytes=-0',
	'bytes=-5',
	'bytes=99999999-',
	'bytes=a-b',
	'bytes=0-1,3-4',
	'bytes=1e3-',
	'x=1'
];
const HOSTS = [
	'localhost',
	'evil.example',
	'a b',
	'',
	'[::1',
	'localhost:99999',
	'127.0.0.1',
	'x'.repeat(300),
	'-',
	'a/../b',
	'%00'
];
const PATHS = [
	...[
		'/%',
		'/%E0%A4%A',
		'/%00',
		'//',
		'//evil.example/',
		'/\\evil',
		'/..%2f..%2fetc/passwd',
		'/.env',
		'/_app/immutable/../x.js'
	],
	...[
		'/__proto__',
		'/constructor',
		'/api',
		'/api/',
		'/api//session',
		'/api/session/',
		'/api/session?a=%',
		'/__data.json'
	],
	...[
		'/api/reports/control?most=%E0%A4%A',
		'/api/reports/ledger?month=' + 'a'.repeat(3000),
		'/api/reports/control?most=999'
	],
	...[
		'/' + 'a'.repeat(5000),
		'/?' + 'a=1&'.repeat(900),
		'/;;;',
		'/~',
		'/%2e%2e/%2e%2e/',
		'/api/reports/control?most[]=1&most=2'
	],
	...['*', 'http://evil.example/', 'http:///', 'https://localhost/api/health', '/api/reports/ledger?month=2026-99']
];
const METHODS = [
	'GET',
	'HEAD',
	'POST',
	'PUT',
	'PATCH',
	'DELETE',
	'OPTIONS',
	'TRACE',
	'PROPFIND',
	'CONNECT',
	'get',
	'QUERY',
	'X'
];
const TYPES = [
	'application/json',
	'application/json; charset=utf-16',
	'text/plain',
	'multipart/form-data; boundary=x',
	'',
	'application/x-www-form-urlencoded'
];
const STRANGE_HEADERS: readonly (readonly [string, string])[] = [
	['Origin', 'http://evil.example'],
	['Origin', 'null'],
	['Sec-Fetch-Site', 'cross-site'],
	['Expect', '100-continue'],
	['Expect', 'a miracle'],
	['Upgrade', 'websocket'],
	['X-Forwarded-For', '1.2.3.4, a, \u00e9'],
	['X-Forwarded-Proto', 'javascript:'],
	['X-Tereze-Address', '10.0.0.1'],
	['X-Tereze-Protocol', 'a:b'],
	['Cookie', 'tereze-session=' + 'x'.repeat(3000)],
	['Cookie', '=;;=;tereze-session=%E0%A4%A;__proto__=1'],
	['Authorization', 'Device '],
	['Authorization', 'Device ' + '\u00ff'.repeat(50)],
	['Authorization', 'Basic YTpi'],
	['Accept-Encoding', 'gzip;q=0, br;q=x, ' + ','.repeat(500)],
	['If-None-Match', '*'],
	['If-Modified-Since', 'yesterday'],
	['Content-Encoding', 'br'],
	['Content-Encoding', 'gzip, gzip'],
	['Accept', '*/*;q=9'.repeat(100)],
	['X-Sveltekit-Action', 'true'],
	['X-Http-Method-Override', 'DELETE'],
	['Content-Type', 'application/json']
];

/** One hostile request: an example of an endpoint with something wrong in it, or bytes that are hardly a request. */
export function hostile(chance: Chance, guise: Guise): Hostile {
	return chance.percent(6) ? bytes(chance) : request(chance, guise);
}

function request(chance: Chance, { cookie, device }: Guise): Hostile {
	const example = chance.pick(EXAMPLES);
	const method = chance.percent(8) ? chance.pick(METHODS) : example.method;
	const path = encodeURI(chance.percent(12) ? chance.pick(PATHS) : example.path).replaceAll('%25', '%');
	const headers: [string, string][] = [['Host', chance.percent(4) ? chance.pick(HOSTS) : 'localhost']];
	// A sign-out would end the guise.
	const isKnown = chance.percent(60) && method !== 'DELETE' && path !== '/api/session';
	if (isKnown) headers.push(['Cookie', cookie]);
	if (isKnown && chance.percent(60)) headers.push(['Authorization', device]);
	if (chance.percent(15)) headers.push(['Range', chance.pick(RANGES)]);
	while (chance.percent(20)) headers.push([...chance.pick(STRANGE_HEADERS)]);
	const body = bodyOf(example.body, chance);
	if (body) {
		headers.push(['Content-Type', chance.percent(90) ? 'application/json' : chance.pick(TYPES)]);
		if (body.isZipped) headers.push(['Content-Encoding', 'gzip']);
	}
	const { framed, isWhole } = framing(body?.bytes ?? null, headers, chance);
	headers.push(['Connection', 'close']);
	const head = `${method} ${path} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
	const whole = Buffer.concat([Buffer.from(head, 'latin1'), framed]);
	const isSlow = chance.percent(2);
	return {
		what: `${head.slice(0, 600)}${framed.subarray(0, 300).toString()}`,
		pieces: isSlow ? cut(whole, 2 + chance.below(6)) : [whole],
		pauseMs: isSlow ? 10 + chance.below(60) : 0,
		isWhole
	};
}

function bodyOf(example: unknown, chance: Chance): { bytes: Buffer; isZipped: boolean } | null {
	if (example === undefined && !chance.percent(5)) return null;
	let value: unknown = example ?? { any: 1 };
	for (let turns = 1 + chance.below(3); turns > 0; turns -= 1) value = mutated(value, chance);
	const text = chance.percent(15) ? broken(JSON.stringify(value) ?? '', chance) : (JSON.stringify(value) ?? '');
	if (chance.percent(8)) return { bytes: chance.pick(BOMBS), isZipped: true };
	if (!chance.percent(20)) return { bytes: Buffer.from(text), isZipped: false };
	const zipped = gzipSync(text, { level: 1 });
	return { bytes: chance.percent(15) ? zipped.subarray(0, chance.below(zipped.length)) : zipped, isZipped: true };
}

const OPENED_BYTES = 12_000_000;
/** Small on the wire, and much where they are opened: made once, before the first request. */
const BOMBS = ['[', '{"a":', ' ', '[],'].map((sign) => gzipSync(sign.repeat(OPENED_BYTES / sign.length), { level: 1 }));

/** How the length of the body is announced: right, wrong, not at all, or in chunks. */
function framing(
	body: Buffer | null,
	headers: [string, string][],
	chance: Chance
): { framed: Buffer; isWhole: boolean } {
	if (!body) return { framed: Buffer.alloc(0), isWhole: true };
	if (chance.percent(12)) {
		headers.push(['Transfer-Encoding', 'chunked']);
		const isBroken = chance.percent(20);
		const chunks = cut(body, 3).map((part) =>
			Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')])
		);
		return { framed: Buffer.concat([...chunks, Buffer.from(isBroken ? 'zz\r\n' : '0\r\n\r\n')]), isWhole: true };
	}
	const length = chance.percent(4)
		? chance.pick(['-1', '1e3', 'x', '99999999999', String(body.length + 9), '3'])
		: String(body.length);
	headers.push(['Content-Length', length]);
	return { framed: body, isWhole: !/^\d+$/.test(length) || Number(length) <= body.length };
}

function cut(whole: Buffer, parts: number): Buffer[] {
	const size = Math.max(1, Math.ceil(whole.length / parts));
	return Array.from({ length: Math.ceil(whole.length / size) }, (_, place) =>
		whole.subarray(place * size, (place + 1) * size)
	);
}

/** What is hardly a request, or none. */
function bytes(chance: Chance): Hostile {
	const random = Buffer.from(Array.from({ length: chance.below(300) }, () => chance.below(256)));
	const [what, text, isWhole] = chance.pick<readonly [string, string | Buffer, boolean]>([
		['random', Buffer.concat([random, Buffer.from('\r\n\r\n')]), false],
		['TLS', Buffer.from('16030100a5010000a1', 'hex'), false],
		['half a head', 'GET / HTTP/1.1\r\nHost: loc', false],
		['no host', 'GET / HTTP/1.1\r\n\r\n', true],
		['HTTP/1.0', 'GET /api/health HTTP/1.0\r\n\r\n', true],
		['HTTP/9', 'GET / HTTP/9.9\r\nHost: a\r\n\r\n', true],
		['HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', true],
		['two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n', true],
		['two lengths', 'POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}', true],
		[
			'length and chunks',
			'POST /api/sync HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
			true
		],
		['large header', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, true],
		['many headers', `GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${'X: 1\r\n'.repeat(1500)}\r\n`, true],
		['long path', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, true],
		[
			'pipelined',
			'GET /api/health HTTP/1.1\r\nHost: a\r\n\r\nGET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
			true
		],
		['bare newlines', 'GET / HTTP/1.1\nHost: a\nConnection: close\n\n', true],
		['folded header', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\nConnection: close\r\n\r\n', true],
		['nothing', '', false]
	]);
	return { what: `bytes: ${what}`, pieces: [Buffer.from(text)], pauseMs: 0, isWhole };
}
