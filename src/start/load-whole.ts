import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Loads every module of a build, which the framework would otherwise load at the first request that needs it: a build made
 * later under a running server then takes nothing away from it.
 */
export async function loadWhole(folder: string): Promise<void> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	for (const entry of entries) {
		if (entry.isFile() && entry.name.endsWith('.js')) {
			await import(pathToFileURL(join(entry.parentPath, entry.name)).href);
		}
	}
}
