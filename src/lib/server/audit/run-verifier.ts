import { execFile } from 'node:child_process';
import { setPriority } from 'node:os';
import * as v from 'valibot';
import { type VerificationResult, VerificationResultSchema } from '#lib/protocol/verification-messages.ts';
import { MOST_MS } from './verifications.ts';

/** Nobody waits for it: whatever else the machine does comes first. */
const LOWEST = 19;
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Proves a database in a process of its own, the one of `npm run verify-journal`: it reads all that there is, which would keep every
 * request waiting here.
 * @param file path of the SQLite file, in use or not; null: the PostgreSQL of the environment
 * @param root folder of the program
 * @param signal ends the process
 * @returns null where it came to no end
 */
export function runVerifier(
	file: string | null,
	root: string,
	signal: AbortSignal
): Promise<VerificationResult | null> {
	const args = ['src/start/verify-journal.ts', ...(file === null ? [] : ['--database', file]), '--json'];
	const env = { ...process.env, NODE_OPTIONS: '' };
	const options = { cwd: root, env, signal, maxBuffer: MOST_BYTES, timeout: MOST_MS };
	return new Promise((resolve) => {
		// What is found makes the exit code 1, and is printed all the same.
		const child = execFile(process.execPath, args, options, (_, stdout) => resolve(resultIn(stdout)));
		if (child.pid === undefined) return;
		try {
			setPriority(child.pid, LOWEST);
		} catch {
			// A system that does not let us: it runs as it is.
		}
	});
}

function resultIn(stdout: string): VerificationResult | null {
	try {
		const read = v.safeParse(VerificationResultSchema, JSON.parse(stdout));
		return read.success ? read.output : null;
	} catch {
		return null;
	}
}
