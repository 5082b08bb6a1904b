import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { printDrilled } from '../drilled.ts';
import { CLIENTS, inNamespace } from './namespaces.ts';
import { prepareMachine } from './packages.ts';
import { clearAway, leaveTraces } from './traces.ts';

/**
 * `npm run drill -- cluster`: prepares the machine, runs the drill in namespaces, and clears away whatever it left, however it ended. By itself
 * after half an hour at most.
 */
const MOST_MS = 29 * 60_000;
/** No fault begins later: what began before has the rest of the time to end. */
const FAULTS_MINUTES = 24;
const ROOT = join(import.meta.dirname, '../../..');

const cannot = prepareMachine();
if (cannot === null) await run();
else notRun(cannot);

function notRun(why: string): void {
	process.stderr.write(`${why}\n`);
	const nothing = { runs: 0, acknowledged: 0, lost: 0, doubled: 0, failures: [], seconds: 0 };
	printDrilled([{ drill: 'cluster', ...nothing, notes: [`Not run. ${why}`] }]);
}

async function run(): Promise<void> {
	const traces = leaveTraces();
	if (traces === null) return notRun('Another drill of a cluster runs on this machine: wait for its end.');
	const clear = () => clearAway(traces);
	try {
		const script = [process.execPath, join(import.meta.dirname, 'inside.ts'), traces.folder, String(FAULTS_MINUTES)];
		const [program, ...args] = inNamespace(CLIENTS, script);
		// Not in this one's group: an interruption of the terminal reaches this one only, which then clears away in order.
		const child = spawn(program!, args, {
			cwd: ROOT,
			detached: true,
			env: { ...process.env, TMPDIR: traces.folder },
			stdio: ['ignore', 'inherit', 'inherit']
		});
		const interrupted = () => {
			clear();
			process.exit(130);
		};
		process.once('SIGTERM', interrupted).once('SIGINT', interrupted);
		const timer = setTimeout(() => {
			process.stderr.write('The drill took half an hour and was ended.\n');
			clear();
		}, MOST_MS);
		process.exitCode = await new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
		clearTimeout(timer);
	} finally {
		clear();
	}
}
