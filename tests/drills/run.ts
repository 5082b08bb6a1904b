/**
 * `npm run drill -- <name>`: runs one drill of `drills.ts`, with whatever arguments follow. Without a name it says which there are.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DRILLS } from './drills.ts';

const root = join(import.meta.dirname, '../..');
const [name, ...more] = process.argv.slice(2);
const drill = name === undefined ? undefined : DRILLS[name];

if (drill) {
	const [script, ...args] = drill.command;
	const child = spawn(process.execPath, [join(root, script), ...args, ...more], {
		cwd: root,
		stdio: 'inherit',
		env: { ...drill.env, ...process.env }
	});
	const stop = () => child.kill();
	process.once('SIGTERM', stop).once('SIGINT', stop);
	child.once('exit', (code) => (process.exitCode = code ?? 1));
} else {
	const wanted = name === undefined || name === '--help' ? '' : `There is no drill “${name}”.\n`;
	const list = Object.entries(DRILLS).map(([each, { what }]) => `  ${each.padEnd(12)} ${what}\n`);
	process.stderr.write(`${wanted}npm run drill -- <name>\n${list.join('')}`);
	process.exitCode = wanted === '' ? 0 : 1;
}
