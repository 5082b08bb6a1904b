import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';

/** Less than the database has pages from its start on. */
const LEAST_BYTES = 64 * 1024;
const PIECE = Buffer.alloc(64 * 1024);
const BALLAST = 'ballast';

/** A disk of a server that can be filled and freed. */
export type SmallDisk = {
	kind: string;
	/** @param leftBytes so much stays free, so that writing fails in the middle of something */
	fill: (leftBytes: number) => void;
	free: () => void;
	/** When the server has ended. */
	close: () => void;
};

/**
 * Puts a folder that is still empty on a disk of its own, where this process may mount one: a real file system without room. Null where
 * it may not.
 */
export function mountSmallDisk(folder: string, sizeMiB: number): SmallDisk | null {
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMiB}m`, 'tereze-drill', folder], { stdio: 'ignore' });
	} catch {
		return null;
	}
	const close = () => void execFileSync('umount', ['--lazy', folder]);
	// A drill that breaks off leaves no file system behind.
	process.once('exit', close);
	const ballast = join(folder, BALLAST);
	return {
		kind: `a file system of ${sizeMiB} MiB`,
		fill: (leftBytes) => {
			const file = openSync(ballast, 'w');
			try {
				for (;;) writeSync(file, PIECE);
			} catch {
				// It is full: what is to be left is cut off the end.
			} finally {
				closeSync(file);
			}
			if (leftBytes > 0) execFileSync('truncate', [`--size=-${Math.floor(leftBytes)}`, ballast]);
		},
		free: () => rmSync(ballast, { force: true }),
		close: () => {
			process.off('exit', close);
			close();
		}
	};
}

/**
 * Anybody may forbid a process to write beyond a place in any file: the log cannot grow, nor be copied into the database and begun anew. Null
 * on a system that has no such command.
 */
export function limitFileSize(pid: () => number): SmallDisk | null {
	if (platform() !== 'linux') return null;
	const limit = (bytes: string) => void execFileSync('prlimit', [`--pid=${pid()}`, `--fsize=${bytes}:`]);
	return {
		kind: 'a limit on the size of files',
		fill: (leftBytes) => limit(String(Math.max(LEAST_BYTES, Math.floor(leftBytes)))),
		free: () => limit('unlimited'),
		close: () => undefined
	};
}
