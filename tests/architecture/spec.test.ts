import { describe, expect, it } from 'vitest';
import { projectFiles } from './project-files.ts';
import { testTitles } from './test-titles.ts';

const RULE = /^[A-Z]\d+(?= )/;
const spec = projectFiles('src/lib/domain/SPEC.md')[0]?.text ?? '';
const rules = [...spec.matchAll(/^\*\*([A-Z]\d+)\*\* /gm)].map((match) => match[1]);
const proofs = projectFiles(
	'src/**/*.test.ts',
	'tests/{contract,drills,exchange,golden,postgres,simulation}/**/*.ts',
	'tests/e2e/**/*.spec.ts'
).flatMap(testTitles);
const ruleOf = ({ title }: { title: string }) => RULE.exec(title)?.[0];

describe('SPEC.md and the tests', () => {
	it('there are rules and proofs to compare', () => {
		expect(rules.length).toBeGreaterThan(8);
		expect(proofs.length).toBeGreaterThan(8);
	});

	it('no number is used for two rules', () => {
		expect(rules.filter((rule, place) => rules.indexOf(rule) !== place)).toEqual([]);
	});

	it('every rule has at least one test whose title begins with its number', () => {
		const proven = new Set(proofs.map(ruleOf));
		expect(rules.filter((rule) => !proven.has(rule))).toEqual([]);
	});

	it('every rule that a test names is in SPEC.md', () => {
		const unknown = proofs.filter((proof) => ruleOf(proof) !== undefined && !rules.includes(ruleOf(proof)));
		expect(unknown.map(({ place, title }) => `${place} ${title}`)).toEqual([]);
	});

	it('every unit test says which rule it proves', () => {
		const nameless = proofs.filter(({ place, title }) => place.includes('.test.ts') && !RULE.test(title));
		expect(nameless.map(({ place, title }) => `${place} ${title}`)).toEqual([]);
	});

	it('no test is skipped, postponed or run alone', () => {
		const left = projectFiles('src/**/*.test.ts', 'tests/**/*.ts').flatMap(({ path, text }) =>
			[...text.matchAll(/\b(?:it|test|describe)\.(?:skip|only|todo|fixme)\b/g)].map((match) => `${path}: ${match[0]}`)
		);
		expect(left).toEqual([]);
	});
});
