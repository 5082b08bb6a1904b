import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Builder, buildIfChanged } from './build-if-changed.ts';
import { holdFile } from './hold-file.ts';
import { isPortTaken } from './port-taken.js';
import { projectRoot } from './settings.ts';

let root: string;
let builds: number;
beforeEach(() => {
	builds = 0;
	root = mkdtempSync(join(tmpdir(), 'tereze-build-'));
	for (const folder of ['src', 'static', 'build/server']) mkdirSync(join(root, folder), { recursive: true });
	for (const file of ['package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'])
		cpSync(join(projectRoot(), file), join(root, file));
	writeFileSync(join(root, 'build/server/old.js'), 'old');
});
afterEach(() => rmSync(root, { recursive: true }));

/** What was built while it was being built: the running server reads the folder of the last one. */
const seen = () => (existsSync(join(root, 'build/server/old.js')) ? 'old' : 'new');
const builder =
	(code: number, during: () => void = () => undefined): Builder =>
	async (_, folder) => {
		builds += 1;
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'handler.js'), 'new');
		await new Promise((later) => setImmediate(later));
		during();
		return code;
	};
const build = (builder: Builder) => buildIfChanged(root, 'stderr', builder);

describe('a build under a running server', () => {
	it('N77 is made aside and takes the place of the old one when it is whole', async () => {
		const during: string[] = [];
		expect(await build(builder(0, () => during.push(seen())))).toBe(true);
		expect([...during, seen()]).toEqual(['old', 'new']);
		expect(readFileSync(join(root, 'build/handler.js'), 'utf8')).toBe('new');
		expect(existsSync(join(root, '.svelte-kit/last-build'))).toBe(false);
	});

	it('N77 that fails leaves the old one as it was, and is tried again the next time', async () => {
		expect(await build(builder(1))).toBe(false);
		expect(seen()).toBe('old');
		expect(await build(builder(0))).toBe(true);
		expect([seen(), builds]).toEqual(['new', 2]);
	});

	it('N77 of two at once the second waits and finds it done', async () => {
		expect(await Promise.all([build(builder(0)), build(builder(0)), build(builder(0))])).toEqual([true, true, true]);
		expect(builds).toBe(1);
		expect(await build(builder(0))).toBe(true);
		expect(builds).toBe(1);
	});
});

describe('one at a time', () => {
	it('N77 a file that is held is given to the next when it is let go, and to nobody who has no more patience', async () => {
		const file = join(root, 'server.lock');
		const first = await holdFile(file, { held: () => undefined, patienceMs: 0 });
		let asked = 0;
		expect(await holdFile(file, { held: () => (asked += 1), patienceMs: 0 })).toBeNull();
		const second = holdFile(file, { held: () => (asked += 1), patienceMs: 20_000 });
		first!();
		(await second)!();
		expect(asked).toBe(1);
	});

	it.each(['start.ts', 'install.js'])(
		'N77 a second `npm start` is refused in words before anything is changed: %s',
		async (script) => {
			const taken = createServer().listen(0, '127.0.0.1');
			await once(taken, 'listening');
			const { port } = taken.address() as AddressInfo;
			expect(await isPortTaken({ port, host: 'localhost' })).toBe(true);
			const marked = existsSync(join(projectRoot(), '.svelte-kit/next-build'));
			const child = spawn(process.execPath, [join(projectRoot(), 'src/start', script)], {
				// An npm that would end otherwise, were it asked.
				env: { ...process.env, PORT: String(port), DATA_DIR: root, npm_execpath: join(root, 'no-npm.js') }
			});
			let words = '';
			child.stderr.on('data', (piece: Buffer) => (words += piece.toString()));
			const [code] = (await once(child, 'exit')) as [number];
			expect([code, words]).toEqual([
				1,
				expect.stringMatching(new RegExp(`Port ${port} is taken.*nothing was changed`))
			]);
			expect(existsSync(join(projectRoot(), '.svelte-kit/next-build'))).toBe(marked);
			taken.close();
			await once(taken, 'close');
			expect(await isPortTaken({ port, host: 'localhost' })).toBe(false);
		}
	);
});
