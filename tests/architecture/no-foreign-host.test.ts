import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { foreignHosts } from './foreign-hosts.ts';
import { projectFiles } from './project-files.ts';

/** Text of a program without its comments, which may name their sources. */
function withoutComments(path: string, text: string): string {
	const bare = path.endsWith('.svelte') ? text.replace(/<!--[\s\S]*?-->/g, '') : text;
	if (/\.(?:css|html)$/.test(path)) return bare.replace(/\/\*[\s\S]*?\*\//g, '');
	const scripts = path.endsWith('.svelte')
		? [...bare.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '')
		: [bare];
	const markup = path.endsWith('.svelte') ? bare.replace(/<script[^>]*>[\s\S]*?<\/script>/g, '') : '';
	return scripts.map(literals).join('\n') + markup;
}

function literals(script: string): string {
	const source = ts.createSourceFile('x.ts', script, ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) found.push(node.getText(source));
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found.join('\n');
}

describe('requests to other hosts', () => {
	it('no source names another host outside its comments', () => {
		const files = projectFiles('src/**/*.{ts,js,svelte,css,html}').filter(({ path }) => !path.endsWith('.test.ts'));
		expect(files.length).toBeGreaterThan(20);
		const named = files.flatMap(({ path, text }) =>
			foreignHosts(withoutComments(path, text)).map((host) => `${path}: ${host}`)
		);
		expect(named).toEqual([]);
	});

	it.each([
		["fetch('https://cdn.example/x.wasm')", ['cdn.example']],
		["import('//cdn.example/x.js')", []],
		['new WebSocket("wss://live.example/")', ['live.example']],
		['`http://localhost:${port}` and http://127.0.0.1:3000', []],
		['xmlns="http://www.w3.org/2000/svg"', []],
		['http://${host}:3000', []]
	])('%s names %o', (text, hosts) => {
		expect(foreignHosts(text)).toEqual(hosts);
	});
});
