import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type GreyPicture } from './pdf-reader.ts';

/**
 * Reads the codes of a picture with `zbarimg` (Debian's zbar-tools), a reader that has nothing to do with ours.
 * @param file where the picture may be written for it
 * @returns the texts of all codes, or null where the program is not on this machine
 */
export function readWithZbar({ width, height, grey }: GreyPicture, file: string): string[] | null {
	const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
	const program = folders.map((folder) => join(folder, 'zbarimg')).find((path) => existsSync(path));
	if (program === undefined) return null;
	writeFileSync(file, Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]));
	// What it says on its error channel is about a message bus that it does not need.
	return execFileSync(program, ['--quiet', '--raw', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
		.split('\n')
		.filter((line) => line !== '');
}
