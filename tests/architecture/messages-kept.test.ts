import { describe, expect, it } from 'vitest';
import { projectFiles } from './project-files.ts';

/** Words of the moment put into a variable, which keeps them in the language they were asked for in. */
const KEPT =
	/^\s*(?:(?:else|if \(.*?\)) )*(?:this\.)?#?(?:said|done|problem|failure|error|verdict|words|line) = (?!.*=>).*\b(?:t|loose|refusalText|failureText|unreadLine|unreadVerdict|asVerdict|verdictOf)\(/u;
/** The language cannot be changed over a dialog; a sign-in is asked again in the other language. */
const OVER_ALL = /(?:Dialog\.svelte|\/sign-in\/(?!SignInScreen))/u;
/** Dialogs by another name, and the form of a visit. */
const DIALOGS = ['application/StoryPanel.svelte', 'accept/accept-papers.svelte.ts'];

/** Words handed to whoever goes on, said when the component that has this `t` is gone: its deriveds are dead then. */
const HANDED_ON = /\bon[a-z]+\(\s*(?:'\w+',\s*)?\(\) =>\s*t\(/gu;

const keptIn = (text: string): string[] => text.split('\n').filter((line) => KEPT.test(line));

describe('words of the moment', () => {
	it('no screen keeps what it said in the language in which it was said', () => {
		const files = projectFiles('src/**/*.{svelte,svelte.ts}').filter(
			({ path }) => !OVER_ALL.test(path) && !DIALOGS.some((end) => path.endsWith(end))
		);
		expect(files.length).toBeGreaterThan(200);
		const kept = files.flatMap(({ path, text }) => keptIn(text).map((line) => `${path}: ${line.trim()}`));
		expect(kept).toEqual([]);
	});

	it('what a component hands on is asked of the language itself, not of the component', () => {
		const handed = projectFiles('src/{lib,routes}/**/*.svelte').flatMap(({ path, text }) =>
			[...text.matchAll(HANDED_ON)].map(([found]) => `${path}: ${found}`)
		);
		expect(handed).toEqual([]);
	});

	it('words that are asked for when they are drawn are none', () => {
		expect(keptIn("\t\tsaid = t('staffing.saved');")).toHaveLength(1);
		expect(keptIn('\t\telse problem = failureText(failure);')).toHaveLength(1);
		expect(keptIn("\t\tsaid = () => t('staffing.saved');")).toEqual([]);
		expect(keptIn("\tconst said = $derived(t('a.b'));\n\t\tsaid = null;")).toEqual([]);
	});
});
