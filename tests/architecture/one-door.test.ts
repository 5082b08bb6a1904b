import { describe, expect, it } from 'vitest';
import { projectFiles } from './project-files.ts';

/** Only the door itself, and what makes a journal of it, plan what a transaction writes. */
const APPENDERS = ['src/lib/journal/act.ts', 'src/lib/journal/append-answer.ts', 'src/lib/journal/append.ts'];

/** The acts that are judged and recorded by one answer. */
const ANSWERED = ['act-in-office', 'act-on-intake', 'act-on-list', 'append-answer'].map(
	(file) => `src/lib/journal/${file}.ts`
);

const filesWith = (call: RegExp): string[] =>
	projectFiles('src/**/*.{ts,svelte}')
		.filter(({ path, text }) => !path.endsWith('.test.ts') && call.test(text))
		.map(({ path }) => path);

describe('the one door', () => {
	it('nothing is recorded beside it: a second tab, the worker and a sync cannot come between verdict and record', () => {
		expect(filesWith(/journal\.append\(/)).toEqual([]);
	});

	it('in the simulation only what a stranger’s program writes goes past it, in one place', () => {
		const appends = projectFiles('tests/simulation/*.ts').flatMap(({ text }) => text.match(/\.append\(.*/g) ?? []);
		expect(appends).toEqual(['.append(deed.stranger, stamp));']);
	});

	it('nobody else plans a transaction of facts', () => {
		expect(filesWith(/\bappendPlanned[(<]/)).toEqual(APPENDERS);
		expect(filesWith(/\bappendAnswer[(<]/)).toEqual(ANSWERED);
	});

	it('no lock of the page stands between a verdict and its record', () => {
		expect(filesWith(/locks\.request\(\s*['"`]tereze:decide/)).toEqual([]);
	});
});
