import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeNamespaces, NAMESPACES, NODES, type NodeName, processesIn } from './namespaces.ts';

/** Lies where a restart of the machine clears it, with all that it names but the folder. */
const RECORD = '/run/tereze-drill-cluster.json';
/** A machine's disk: enough for the data of half an hour, little enough to be filled at once. */
const DISK = 'size=1g';

const MOST_ROUNDS = 100;

type Traces = { pid: number; startedAt: string; folder: string; namespaces: string[]; mounts: string[] };

/** The disk of a machine's database. */
export const diskOf = (folder: string, node: NodeName): string => join(folder, node, 'disk');

/**
 * Makes namespaces, disks and a folder, and records them before: a run that is killed leaves its record, and the next one clears away by it.
 * @returns null where another run is at work
 */
export function leaveTraces(): Traces | null {
	const earlier = readRecord();
	if (earlier && earlier.startedAt === startOf(earlier.pid)) return null;
	if (earlier) clearAway(earlier);
	const folder = mkdtempSync(join(tmpdir(), 'tereze-cluster-'));
	const mounts = NODES.map(({ name }) => diskOf(folder, name));
	const traces = { pid: process.pid, startedAt: startOf(process.pid), folder, namespaces: NAMESPACES, mounts };
	writeFileSync(RECORD, JSON.stringify(traces));
	try {
		make(traces);
	} catch (error) {
		clearAway(traces);
		throw error;
	}
	return traces;
}

function make({ folder, mounts }: Traces): void {
	chmodSync(folder, 0o755);
	for (const mount of mounts) {
		mkdirSync(mount, { recursive: true });
		execFileSync('mount', ['-t', 'tmpfs', '-o', DISK, 'tmpfs', mount]);
	}
	makeNamespaces();
}

/** Ends every process in the namespaces, and takes away what was made. In one go, so that it can be done while the process ends. */
export function clearAway({ folder, namespaces, mounts }: Traces): void {
	for (const namespace of namespaces) {
		// A process that has been killed may have begun another one just before.
		for (let nr = 0; nr < MOST_ROUNDS && processesIn(namespace).length > 0; nr += 1)
			processesIn(namespace).forEach(kill);
		attempt('ip', 'netns', 'del', namespace);
	}
	for (const mount of mounts) attempt('umount', mount);
	rmSync(folder, { recursive: true, force: true });
	rmSync(RECORD, { force: true });
}

function readRecord(): Traces | null {
	return existsSync(RECORD) ? (JSON.parse(readFileSync(RECORD, 'utf8')) as Traces) : null;
}

/** A number of a process is given again; with the moment of its start it is one process. */
function startOf(pid: number): string {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// Field 22; the name of the program, in parentheses, may contain spaces.
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
	} catch {
		return 'ended';
	}
}

function kill(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// It has ended by itself.
	}
}

/** What is not there need not be taken away. */
function attempt(program: string, ...args: string[]): void {
	try {
		execFileSync(program, args, { stdio: 'ignore' });
	} catch {
		// The run was killed before it was made.
	}
}
