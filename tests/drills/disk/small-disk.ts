import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';

const MIB = 1024 * 1024;
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
		close: () => execFileSync('umount', ['--lazy', folder])
	};
}

/**
 * Anybody may forbid a process to make any file larger than its largest one is: the system refuses writes as beyond the limit. Null on a
 * system that has no such command.
 */
export function limitFileSize(folder: string, pid: () => number): SmallDisk | null {
	if (platform() !== 'linux') return null;
	const limit = (bytes: string) => execFileSync('prlimit', [`--pid=${pid()}`, `--fsize=${bytes}:`]);
	const largest = () =>
		Math.max(
			0,
			...readdirSync(folder).map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
		);
	return {
		kind: 'a limit on the size of files',
		fill: (leftBytes) => void limit(String(Math.max(MIB, largest() + Math.floor(leftBytes)))),
		free: () => void limit('unlimited'),
		close: () => undefined
	};
}
