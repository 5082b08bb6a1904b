import { describe, expect, it } from 'vitest';
import { projectFiles } from './project-files.ts';

const COMMENT = /^\s*(?:\/\/|\/?\*)/;

/** Lines of code, without comments, that match; as `path:line`. */
const linesWith = (what: RegExp, ...patterns: string[]): string[] =>
	projectFiles(...patterns).flatMap(({ path, text }) =>
		text.split('\n').flatMap((line, at) => (what.test(line) && !COMMENT.test(line) ? [`${path}:${at + 1}`] : []))
	);

describe('types that tell the truth', () => {
	it('no value is cast to the type that fits everywhere', () => {
		// Made of two parts, so that this file is looked at too.
		expect(linesWith(new RegExp('\\bas ' + 'never\\b'), '{src,tests}/**/*.{ts,svelte}')).toEqual([]);
	});

	it('the domain knows no address of a screen or of the server', () => {
		const address = /['"`]\/(?:[a-z][a-z-]*)(?:[/?#'"`$]|$)/;
		expect(address.test("goto('/body/desk')")).toBe(true);
		const code = projectFiles('src/lib/domain/**/*.ts').filter(
			({ path }) => !path.endsWith('.test.ts') && !path.includes('/testing/')
		);
		expect(code.flatMap(({ path, text }) => (address.test(text) ? [path] : []))).toEqual([]);
	});
});
