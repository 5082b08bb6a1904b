import { describe, expect, it } from 'vitest';
import { messagesKk } from '#lib/i18n/messages-kk.ts';
import { unusedKeys } from './message-uses.ts';
import { projectFiles } from './project-files.ts';

type Tree = { readonly [key: string]: string | Tree };

const keysOf = (tree: Tree, path: string[] = []): string[] =>
	Object.entries(tree).flatMap(([key, value]) =>
		typeof value === 'string' ? [[...path, key].join('.')] : keysOf(value, [...path, key])
	);

const used = (keys: string[], text: string) => {
	const unused = unusedKeys(keys, [{ path: 'a.ts', text }]);
	return keys.filter((key) => !unused.includes(key));
};

describe('messages that are shown somewhere', () => {
	it('every message is named by a screen or a paper', () => {
		const files = projectFiles('src/**/*.{ts,svelte}').filter(
			({ path }) => !path.endsWith('.test.ts') && !/^src\/lib\/i18n\/(?:kk|ru)\//.test(path)
		);
		expect(files.length).toBeGreaterThan(500);
		expect(unusedKeys(keysOf(messagesKk), files)).toEqual([]);
	});

	it('a key is used in full, by a template, or with its ending of a plural', () => {
		const keys = ['scan.rows.a', 'scan.rows.b.c', 'scan.last', 'scan.first_one'];
		expect(used(keys, "t('scan.last')")).toEqual(['scan.last']);
		expect(used(keys, 't(`scan.rows.${state}`)')).toEqual(['scan.rows.a']);
		expect(used(keys, "loose('scan.first')")).toEqual(['scan.first_one']);
		expect(used(keys, '// `scan.rows.${state}`, as in scan.last')).toEqual([]);
	});

	it('a template of a whole area uses what its own file names, no more', () => {
		const keys = ['help.scanTitle', 'help.scanText', 'help.other', 'refusals.noRight', 'refusals.noSuchCode'];
		expect(used(keys, "for (const topic of ['scan']) t(`help.${topic}Title`)")).toEqual(['help.scanTitle']);
		expect(used(keys, 'say(`refusals.${code}`)')).toEqual(['refusals.noRight']);
	});
});
