import { dirname, join } from 'node:path/posix';
import { type ProjectFile } from './project-files.ts';

const SPECIFIER = /(?:\bfrom|\bimport)\s*\(?\s*'((?:#lib|\.{1,2})\/[^'?]+)/g;

/** The files that a file imports, also when it is run, by their paths in the project. */
export const importedFiles = ({ path, text }: ProjectFile): string[] =>
	[...text.matchAll(SPECIFIER)].map(([, specifier = '']) =>
		specifier.startsWith('#lib/') ? specifier.replace('#lib/', 'src/lib/') : join(dirname(path), specifier)
	);
