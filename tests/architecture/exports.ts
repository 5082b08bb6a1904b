import { type ProjectFile } from './project-files.ts';

export type Exported = { readonly name: string; readonly path: string; readonly isType: boolean };

const DECLARED = /^export (?:declare )?(?:async )?(function\*?|const|let|class|type|interface) (\w+)/gm;

/** What files declare and export; names that are passed on from another file are not counted again. */
export const exportsOf = (files: readonly ProjectFile[]): Exported[] =>
	files.flatMap(({ path, text }) =>
		[...text.matchAll(DECLARED)].map(([, kind = '', name = '']) => ({
			name,
			path,
			isType: kind === 'type' || kind === 'interface'
		}))
	);

/** Exports that no other file names: the word `export` promises a reader that there is one. */
export function unused(exported: readonly Exported[], files: readonly ProjectFile[]): string[] {
	const naming = new Map<string, Set<string>>();
	for (const { path, text } of files)
		for (const word of new Set(text.match(/\w+/g))) naming.set(word, (naming.get(word) ?? new Set()).add(path));
	return exported
		.filter(({ name, path }) => [...(naming.get(name) ?? [])].every((each) => each === path))
		.map(({ name, path }) => `${path} ${name}`);
}

/** Names that two files declare, each with its files. */
export function declaredTwice(exported: readonly Exported[]): string[] {
	const places = new Map<string, Set<string>>();
	for (const { name, path } of exported) places.set(name, (places.get(name) ?? new Set()).add(path));
	return [...places].filter(([, paths]) => paths.size > 1).map(([name, paths]) => `${name}: ${[...paths].join(', ')}`);
}
