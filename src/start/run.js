/**
 * Runs a TypeScript script of this project on the Node that the npm package `node` brings, and says which one that is.
 * Plain JavaScript, because an older Node must be able to read it far enough to say what is wrong.
 *
 *     node src/start/run.js src/start/start.ts
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const OLDEST = 24;

const major = Number(process.versions.node.split('.')[0]);
if (major < OLDEST) {
	process.stderr.write(
		`Tereze runs on Node ${OLDEST} or newer, but this is Node ${process.versions.node} (${process.execPath}).\n` +
			'The npm package `node` brings the right one; its install script did not run. Allow it and run: npm rebuild node\n'
	);
	process.exit(1);
}
// Not to standard output: what a script prints there may be for a program to read.
process.stderr.write(`Node ${process.versions.node}\n`);

const script = process.argv[2];
if (script === undefined) throw new Error('Which script?');
process.argv.splice(1, 1);
await import(pathToFileURL(resolve(script)).href);
