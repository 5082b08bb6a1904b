import { describe, expect, it } from 'vitest';
import { checkRequest } from './check-request.ts';

const check = (url: string, more: object = {}) =>
	checkRequest({ method: 'GET', url, headers: { host: 'localhost:3000' }, rawHeaders: [], ...more });

describe('a request that can be understood', () => {
	it.each([
		['/', '/', '/'],
		['/window/accept?draft=1#top', '/window/accept?draft=1', '/window/accept'],
		['/%D2%9B', '/%D2%9B', '/қ'],
		['http://elsewhere.example:81/api/health?x', '/api/health?x', '/api/health'],
		['HTTPS://localhost/', '/', '/'],
		['http://localhost', '/', '/'],
		['?x=1', '/?x=1', '/'],
		['*', '/*', '/*']
	])('N71 %s asks for %s', (asked, url, path) => {
		expect(check(asked)).toEqual({ ok: true, url, path });
	});

	it.each([
		['/%E0%A4%A', 'badRequest'],
		['/%', 'badRequest'],
		['/%zz', 'badRequest'],
		['/%c0%ae%c0%ae/', 'badRequest'],
		['/a%00b', 'badRequest'],
		['/a%0d%0aset-cookie:x', 'badRequest'],
		['//evil.example/', 'notFound'],
		['/a//b', 'notFound'],
		['/%2f%2fevil.example', 'notFound'],
		['/\\evil.example', 'notFound'],
		[`/${'a'.repeat(20_000)}`, 'addressTooLong'],
		[`/?q=${'a'.repeat(20_000)}`, 'addressTooLong']
	])('N71 %.40s is %s', (url, code) => {
		expect(check(url)).toMatchObject({ ok: false, code });
	});

	it.each(['TRACE', 'PROPFIND', 'get', 'CONNECT', ''])('N71 the method %s is refused', (method) => {
		expect(check('/', { method })).toMatchObject({ ok: false, code: 'methodNotAllowed' });
	});

	it.each(['localhost', 'localhost:3000', 'tereze.example', '127.0.0.1:80', '[::1]:3000', 'a_b.c-d'])(
		'N71 the host %s is one',
		(host) => {
			expect(check('/', { headers: { host } })).toMatchObject({ ok: true });
		}
	);

	it.each(['a b', 'evil/..', 'x@y', '[::1', 'a:b:c', '', 'localhost:999999', "'", 'қ', '-a', 'a?b#c'])(
		'N71 the host “%s” is none',
		(host) => {
			expect(check('/', { headers: { host } })).toMatchObject({ ok: false, code: 'badRequest' });
		}
	);

	it.each(['Host', 'Content-Length', 'content-type', 'AUTHORIZATION', 'Range'])(
		'N71 two headers %s are refused: two programs may each take another of them',
		(name) => {
			expect(check('/', { rawHeaders: [name, 'a', 'x-other', 'c', name.toLowerCase(), 'b'] })).toMatchObject({
				code: 'badRequest'
			});
		}
	);

	it('N71 headers that may come twice may', () => {
		expect(check('/', { rawHeaders: ['cookie', 'a=1', 'cookie', 'b=2', 'accept', '*/*', 'accept', 'x/y'] }).ok).toBe(
			true
		);
	});
});
