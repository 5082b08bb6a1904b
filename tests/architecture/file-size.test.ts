import { describe, expect, it } from 'vitest';
import { projectFiles } from './project-files.ts';

const MOST = 300;
/** Words are data: they are as long as they are. (Law is JSON.) */
const DATA = [/^src\/lib\/i18n\/(?:kk|ru)\//];

describe('sizes of files', () => {
	it(`no source file is longer than ${MOST} lines, except data and messages`, () => {
		const files = projectFiles('src/**/*.{ts,js,svelte,css}', 'tests/**/*.ts');
		expect(files.length).toBeGreaterThan(20);
		const long = files
			.filter(({ path }) => !DATA.some((data) => data.test(path)))
			.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
			.filter(({ lines }) => lines > MOST);
		expect(long).toEqual([]);
	});
});
