import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_PEOPLE } from '#lib/server/demo/demo-people.ts';
import { settingsOf } from '#tests/support/settings-of.ts';
import { greeting } from './greeting.ts';
import { projectRoot } from './settings.ts';
import { sourceHash } from './source-hash.ts';
import { staticHeaders } from './static-headers.ts';

describe('what decides whether to build again', () => {
	let root: string;
	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'tereze-sources-'));
		mkdirSync(join(root, 'src/start'), { recursive: true });
		mkdirSync(join(root, 'static'));
		for (const file of ['package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json']) {
			cpSync(join(projectRoot(), file), join(root, file));
		}
		writeFileSync(join(root, 'src/app.html'), 'one');
	});
	afterEach(() => rmSync(root, { recursive: true }));
	const write = (name: string, text: string) => writeFileSync(join(root, name), text);

	it('N60 the same sources give the same mark', () => {
		const before = sourceHash(root);
		write('src/app.html', 'one');
		expect(sourceHash(root)).toBe(before);
	});

	it.each([
		['src/app.html', 'two', true],
		['src/new.ts', '', true],
		['static/icon.svg', '<svg/>', true],
		['package-lock.json', '{}', true],
		['src/app.test.ts', 'it()', false],
		['src/SPEC.md', 'text', false],
		['src/start/serve.ts', 'changed', false]
	])('N60 after a change of %s to %j a build is needed: %s', (name, text, needed) => {
		const before = sourceHash(root);
		write(name, text);
		expect(sourceHash(root) !== before).toBe(needed);
	});

	it('N60 a file that is only renamed needs a build, too', () => {
		write('src/a.ts', 'x');
		const before = sourceHash(root);
		rmSync(join(root, 'src/a.ts'));
		write('src/b.ts', 'x');
		expect(sourceHash(root)).not.toBe(before);
	});
});

describe('the terminal', () => {
	const settings = settingsOf;

	it('N60 the terminal prints the address and every demonstration sign-in', () => {
		const text = greeting(settings({}), 3000);
		expect(text).toContain('http://localhost:3000');
		for (const { number, password, pin, name } of DEMO_PEOPLE) {
			expect(text).toMatch(new RegExp(`${number} +${password} +PIN ${pin} +${name.surname}`));
		}
	});

	it('N60 without the demonstration no password is printed', () => {
		expect(greeting(settings({ TEREZE_DEMO: 'off' }), 3000)).not.toContain('tereze-101');
	});

	it('N60 an address of the local network without TLS is warned of, localhost and a proxy are not', () => {
		const warned = (env: Record<string, string>) => greeting(settings(env), 3000).includes('no service worker');
		expect(warned({ HOST: '0.0.0.0' })).toBe(true);
		expect(warned({})).toBe(false);
		expect(warned({ HOST: '0.0.0.0', TRUST_PROXY: '1' })).toBe(false);
	});

	it('N132 a server without people prints a link that no log on the way sees, and only then', () => {
		const text = (firstStart: string | null, env = {}) =>
			greeting(settings({ TEREZE_DEMO: 'off', ...env }), 3000, firstStart);
		expect(text('abc')).toContain('http://localhost:3000/first-start#abc');
		expect(text('abc', { ORIGIN: 'https://tereze.example' })).toContain('https://tereze.example/first-start#abc');
		expect(text(null)).not.toContain('first-start');
	});
});

describe('headers of files', () => {
	it('N61 only workers may run WebAssembly, and no worker may ask another host', () => {
		const policy = (path: string) => staticHeaders(path)['content-security-policy'];
		expect(policy('/_app/immutable/workers/decoder-B1.js')).toContain("'wasm-unsafe-eval'");
		expect(policy('/_app/immutable/workers/decoder-B1.js')).toContain("connect-src 'self' blob: data:;");
		expect(policy('/service-worker.js')).toBe("default-src 'none'; script-src 'self'; connect-src 'self'");
		expect(policy('/')).toBeUndefined();
		expect(staticHeaders('/')['x-content-type-options']).toBe('nosniff');
	});

	it('N78 browsers learn to stay behind TLS, and only there', () => {
		expect(staticHeaders('/', 'https')['strict-transport-security']).toMatch(/max-age=\d{8}/);
		expect(staticHeaders('/', 'http')['strict-transport-security']).toBeUndefined();
	});

	it.each([
		'/',
		'/api/health',
		'/theme.js',
		'/fonts/x.ttf',
		'/icon.svg',
		'/manifest.webmanifest',
		'/_app/version.json'
	])('N78 nothing is without a lifetime: %s', (path) => {
		expect(staticHeaders(path)['cache-control']).toMatch(/no-cache|max-age=\d+/);
	});
});
