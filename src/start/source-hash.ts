import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['src', 'static'];
const FILES = ['package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'];
/** The server's own scripts run as they are, and tests and pages about the code are not part of the build. */
const NOT_BUILT = /(\.test\.ts|\.md)$|^src[\\/]start[\\/]/;

/** SHA-256 over names and contents of everything a build is made from. */
export function sourceHash(root: string): string {
	const inFolders = FOLDERS.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
	);
	const hash = createHash('sha256');
	for (const file of [...FILES, ...inFolders].filter((name) => !NOT_BUILT.test(name)).toSorted()) {
		hash.update(`${file}\0`).update(
			createHash('sha256')
				.update(readFileSync(join(root, file)))
				.digest()
		);
	}
	return hash.digest('hex');
}
