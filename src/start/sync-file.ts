import { closeSync, fsyncSync, openSync } from 'node:fs';

/** What is in the file is on the disk when this returns. */
export function syncFile(file: string): void {
	const handle = openSync(file, 'r+');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
