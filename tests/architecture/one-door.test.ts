import { describe, expect, it } from 'vitest';
import { projectFiles } from './project-files.ts';

/**
 * What is recorded without being judged in the transaction that writes it. The list may only become shorter: an act goes through
 * `journal/act*.ts`, where a second tab, the worker and a sync cannot come between verdict and record.
 */
const BESIDE_THE_DOOR = ['src/lib/state/closing-desk.svelte.ts'];

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
	it('nothing is recorded beside it but what still is', () => {
		expect(filesWith(/journal\.append\(/)).toEqual(BESIDE_THE_DOOR);
	});

	it('nobody else plans a transaction of facts', () => {
		expect(filesWith(/\bappendPlanned[(<]/)).toEqual(APPENDERS);
		expect(filesWith(/\bappendAnswer[(<]/)).toEqual(ANSWERED);
	});

	it('no lock of the page stands between a verdict and its record', () => {
		expect(filesWith(/locks\.request\(\s*['"`]tereze:decide/)).toEqual([]);
	});
});
