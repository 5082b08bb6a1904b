import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const PROJECT_ROOT = join(import.meta.dirname, '../..');

export type ProjectFile = { path: string; text: string };

/** Files of the project by glob, with forward slashes, in order. */
export const projectFiles = (...patterns: string[]): ProjectFile[] =>
	globSync(patterns, { cwd: PROJECT_ROOT })
		.map((path) => path.replaceAll('\\', '/'))
		.toSorted()
		.map((path) => ({ path, text: readFileSync(join(PROJECT_ROOT, path), 'utf8') }));
