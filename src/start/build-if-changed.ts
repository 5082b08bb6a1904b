import { spawn, type SpawnOptions } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceHash } from './source-hash.ts';

/**
 * Builds the program unless the last build was made from the very same sources.
 * The mark lies inside the build, which the next build clears first: one that was cut short is never taken for whole.
 * @param output where messages and the builder's own words go; a script that prints data keeps its standard output for it
 * @returns whether the build is there
 */
export async function buildIfChanged(root: string, output: 'stdout' | 'stderr' = 'stdout'): Promise<boolean> {
	const mark = join(root, 'build', '.sources');
	const sources = sourceHash(root);
	if (existsSync(mark) && readFileSync(mark, 'utf8') === sources) {
		process[output].write('Nothing has changed since the last build.\n');
		return true;
	}
	const code = await run(
		process.execPath,
		[join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
		{ cwd: root, stdio: ['inherit', process[output], 'inherit'] }
	);
	if (code !== 0) return false;
	writeFileSync(mark, sources);
	return true;
}

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
