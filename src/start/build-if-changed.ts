import { spawn, type SpawnOptions } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdFile } from './hold-file.ts';
import { sourceHash } from './source-hash.ts';

/** Longer than a build takes on a slow machine. */
const PATIENCE_MS = 15 * 60_000;

/** Makes a whole build in `folder`; gives its exit code. */
export type Builder = (root: string, folder: string, output: 'stdout' | 'stderr') => Promise<number>;

/**
 * Builds the program unless the last build was made from the very same sources. It is built aside and takes the place of
 * the old one only when it is whole: a build that was cut short, or that fails, changes nothing, and whoever uses the old
 * one meanwhile is not disturbed. Of two at the same time the second waits and then finds it done.
 * @param output where messages and the builder's own words go; a script that prints data keeps its standard output for it
 * @returns whether the build is there
 */
export async function buildIfChanged(
	root: string,
	output: 'stdout' | 'stderr' = 'stdout',
	build: Builder = viteBuild
): Promise<boolean> {
	const say = (words: string): void => void process[output].write(`${words}\n`);
	const sources = sourceHash(root);
	if (isBuiltFrom(root, sources)) {
		say('Nothing has changed since the last build.');
		return true;
	}
	const held = () => say('Another build is under way here; waiting for it.');
	const release = await holdFile(join(root, '.svelte-kit/build.lock'), { held, patienceMs: PATIENCE_MS });
	if (!release) return false;
	try {
		if (isBuiltFrom(root, sources)) return true;
		const aside = join(root, '.svelte-kit/next-build');
		rmSync(aside, { recursive: true, force: true });
		if ((await build(root, aside, output)) !== 0) return false;
		writeFileSync(join(aside, '.sources'), sources);
		takeItsPlace(root, aside);
		return true;
	} finally {
		release();
	}
}

const isBuiltFrom = (root: string, sources: string): boolean => {
	const mark = join(root, 'build/.sources');
	return existsSync(mark) && readFileSync(mark, 'utf8') === sources;
};

function takeItsPlace(root: string, aside: string): void {
	const last = join(root, '.svelte-kit/last-build');
	rmSync(last, { recursive: true, force: true });
	if (existsSync(join(root, 'build'))) renameSync(join(root, 'build'), last);
	renameSync(aside, join(root, 'build'));
	rmSync(last, { recursive: true, force: true });
}

const viteBuild: Builder = (root, folder, output) =>
	run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
		cwd: root,
		env: { ...process.env, TEREZE_BUILD: folder },
		stdio: ['inherit', process[output], 'inherit']
	});

/** A signal to this process ends the builder, too: else it would go on building for nobody. */
function run(command: string, args: string[], options: SpawnOptions): Promise<number> {
	const child = spawn(command, args, options);
	const stop = () => child.kill();
	process.once('SIGTERM', stop).once('SIGINT', stop);
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => {
			process.off('SIGTERM', stop).off('SIGINT', stop);
			resolve(code ?? 1);
		});
	});
}
