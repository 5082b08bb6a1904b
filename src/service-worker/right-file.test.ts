import { describe, expect, it } from 'vitest';
import { healCache } from './heal-cache.ts';
import { isRightFile } from './right-file.ts';

const answer = (body: string, type: string, status = 200) =>
	new Response(body, { status, headers: { 'content-type': type } });
const PORTAL = '<!doctype html><title>Кіру</title>';
const SHELL = '<head><meta name="application-name" content="Tereze" /></head>';

describe('files of the program in the cache', () => {
	it.each([
		['/_app/immutable/entry/start.js', answer('', 'text/javascript'), true],
		['/_app/immutable/entry/start.js', answer(PORTAL, 'text/html; charset=utf-8'), false],
		['/_app/immutable/assets/0.css', answer('', 'text/css'), true],
		['/_app/immutable/assets/0.css', answer(PORTAL, 'text/html'), false],
		['/_app/immutable/assets/zxing.wasm', answer('', 'application/wasm'), true],
		['/_app/immutable/assets/zxing.wasm', answer('', 'text/plain'), false],
		['/fonts/NotoSans-Regular.ttf', answer('', 'font/ttf'), true],
		['/fonts/NotoSans-Regular.ttf', answer(PORTAL, 'text/html'), false],
		['/icon.svg', answer('<svg/>', 'image/svg+xml'), true],
		['/manifest.webmanifest', answer('{}', 'application/manifest+json'), true],
		['/manifest.webmanifest', answer(PORTAL, 'text/html'), false],
		['/', answer(SHELL, 'text/html'), true],
		['/', answer(PORTAL, 'text/html'), false],
		['/', answer(SHELL, 'text/plain'), false],
		['/theme.js', answer('', 'text/javascript', 502), false],
		['/theme.js', answer('', 'text/javascript', 206), false]
	])('S156 %s: only the file itself is kept, never the page of something between', async (path, response, right) => {
		expect(await isRightFile(path, response)).toBe(right);
	});

	it('S157 what the browser dropped and what is wrong is put right when there is a line, and only that', async () => {
		const kept = new Map([
			['https://t.kz/a.js', answer('good', 'text/javascript')],
			['https://t.kz/b.js', answer(PORTAL, 'text/html')]
		]);
		const asked: string[] = [];
		let line = false;
		const ports = {
			cache: {
				match: async (key: RequestInfo | URL) => kept.get(String(key))?.clone(),
				put: async (key: RequestInfo | URL, response: Response) => void kept.set(String(key), response)
			},
			fetch: async (url: string) => {
				asked.push(url);
				if (!line) throw new TypeError('no line');
				return answer('fresh', 'text/javascript');
			}
		};
		const files = ['a', 'b', 'c'].map((name) => ({
			url: `https://t.kz/${name}.js`,
			cacheKey: `https://t.kz/${name}.js`
		}));
		expect(await healCache(files, ports)).toEqual({ healed: 0, broken: 2 });
		line = true;
		expect(await healCache(files, ports)).toEqual({ healed: 2, broken: 0 });
		expect(await healCache(files, ports)).toEqual({ healed: 0, broken: 0 });
		expect(asked).toEqual(['b', 'c', 'b', 'c'].map((name) => `https://t.kz/${name}.js`));
		expect(await kept.get('https://t.kz/a.js')?.text()).toBe('good');
	});
});
