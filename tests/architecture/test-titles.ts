import ts from 'typescript';
import { type ProjectFile } from './project-files.ts';

export type TestTitle = { title: string; place: string };

/** The titles of `it(…)`, `test(…)` and their tables, as written in the source, with the place they are at. */
export function testTitles({ path, text }: ProjectFile): TestTitle[] {
	const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	const titles: TestTitle[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node) && isTest(node.expression)) {
			const title = titleOf(node.arguments[0], source);
			const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
			if (title !== undefined) titles.push({ title, place: `${path}:${line}` });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return titles;
}

/** `it`, `test`, and `it.each([…])` or `it.for([…])`, whose own argument is a table and no title. */
function isTest(callee: ts.Expression): boolean {
	if (ts.isIdentifier(callee)) return callee.text === 'it' || callee.text === 'test';
	const table = ts.isCallExpression(callee)
		? callee.expression
		: ts.isTaggedTemplateExpression(callee)
			? callee.tag
			: undefined;
	return table !== undefined && ts.isPropertyAccessExpression(table) && isTest(table.expression);
}

function titleOf(node: ts.Expression | undefined, source: ts.SourceFile): string | undefined {
	if (node === undefined) return undefined;
	if (ts.isStringLiteralLike(node)) return node.text;
	return ts.isTemplateExpression(node) ? node.getText(source).slice(1, -1) : undefined;
}
