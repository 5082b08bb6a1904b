import { describe, expect, it } from 'vitest';
import { declaredTwice, exportsOf, unused } from './exports.ts';
import { projectFiles } from './project-files.ts';

const isTest = ({ path }: { path: string }) => path.endsWith('.test.ts');

describe('what files export', () => {
	it('is named by another file', () => {
		const files = projectFiles('{src,tests}/**/*.{ts,svelte}');
		const exported = exportsOf(projectFiles('src/lib/**/*.ts').filter((file) => !isTest(file)));
		expect(exported.length).toBeGreaterThan(1000);
		expect(unused(exported, files)).toEqual([]);
	});

	it('has one meaning for one name, in the domain, the law and the journal', () => {
		const files = projectFiles('src/lib/{domain,law,journal}/**/*.ts').filter((file) => !isTest(file));
		expect(declaredTwice(exportsOf(files))).toEqual([]);
	});

	it('is noticed where nobody names it, and where two files declare it', () => {
		const one = { path: 'a.ts', text: 'export const kept = 1;\nexport type Shape = string;\nconst own = 2;' };
		const other = { path: 'b.ts', text: "import { kept } from './a.ts';\nexport type Shape = number;" };
		expect(unused(exportsOf([one]), [one, other])).toEqual([]);
		expect(unused(exportsOf([one]), [one])).toEqual(['a.ts kept', 'a.ts Shape']);
		expect(declaredTwice(exportsOf([one, other]))).toEqual(['Shape: a.ts, b.ts']);
	});
});
