/**
 * `npm run drill -- <name> …`: runs one drill of `drills.ts`, with whatever arguments follow. `-- --only kill,hostile` runs several one after
 * the other; with `--json` what came of them is one array on the terminal, and all else goes to the error output. Without a name it says which
 * there are.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DRILLS } from './drills.ts';
import { type Drilled, isGood } from './drilled.ts';

const root = join(import.meta.dirname, '../..');
const args = process.argv.slice(2);
if (args[0]?.startsWith('--') && args[0] !== '--help') await runSeveral(args);
else if (args[0] !== undefined && DRILLS[args[0]])
	process.exitCode = (await runDrill(args[0], args.slice(1), false)).code;
else list(args[0] === undefined || args[0] === '--help' ? '' : `There is no drill “${args[0]}”.\n`);

async function runSeveral(given: string[]): Promise<void> {
	const options = { only: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
	const { values } = parseArgs({ args: given, options });
	const names = values.only?.split(',') ?? Object.keys(DRILLS);
	const unknown = names.filter((name) => !DRILLS[name]);
	if (unknown.length > 0) return list(`There is no drill “${unknown.join(', ')}”.\n`);
	const all: Drilled[] = [];
	for (const name of names) {
		const from = performance.now();
		const { code, output } = await runDrill(name, [], values.json);
		const seconds = Math.round((performance.now() - from) / 1000);
		const told = code === 0 ? toldIn(output) : null;
		all.push(
			...(told?.map((each) => ({ ...each, seconds: each.seconds || seconds })) ?? [
				summary(name, code, output, seconds)
			])
		);
	}
	if (values.json) process.stdout.write(`${JSON.stringify(all, null, '\t')}\n`);
	process.exitCode = all.every(isGood) ? 0 : 1;
}

type Ended = { code: number; output: string };

function runDrill(name: string, more: readonly string[], isQuiet: boolean): Promise<Ended> {
	const { command, env } = DRILLS[name]!;
	const [script, ...own] = command;
	const child = spawn(process.execPath, [join(root, script), ...own, ...more], {
		cwd: root,
		stdio: ['inherit', 'pipe', 'inherit'],
		env: { ...env, ...process.env, DRILL: name }
	});
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => {
		output += chunk.toString();
		(isQuiet ? process.stderr : process.stdout).write(chunk);
	});
	const stop = () => child.kill();
	process.once('SIGTERM', stop).once('SIGINT', stop);
	return new Promise((resolve) =>
		child.once('close', (code) => {
			process.off('SIGTERM', stop).off('SIGINT', stop);
			resolve({ code: code ?? 1, output });
		})
	);
}

/** What a drill prints of itself, on a line of its own. */
function toldIn(output: string): Drilled[] | null {
	const line = output.split('\n').findLast((each) => each.startsWith('[{"drill":'));
	return line === undefined ? null : (JSON.parse(line) as Drilled[]);
}

/** Of one that only ends well or not. */
function summary(drill: string, code: number, output: string, seconds: number): Drilled {
	const last = output.trimEnd().split('\n').at(-1) ?? '';
	const nothing = { runs: 1, acknowledged: 0, lost: 0, doubled: 0 };
	const failures = code === 0 ? [] : [`It ended with ${code}: ${last}`];
	return { drill, ...nothing, failures, seconds: Math.round(seconds), notes: code === 0 ? [last] : [] };
}

function list(why: string): void {
	const all = Object.entries(DRILLS).map(([each, { what }]) => `  ${each.padEnd(12)} ${what}\n`);
	process.stderr.write(`${why}npm run drill -- <name>, or -- --only <name>,<name> [--json]\n${all.join('')}`);
	process.exitCode = why === '' ? 0 : 1;
}
