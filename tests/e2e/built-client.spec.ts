import { expect, test } from '@playwright/test';
import { foreignHosts } from '../architecture/foreign-hosts.ts';
import { projectFiles } from '../architecture/project-files.ts';

/** Names of XML vocabularies and links in messages and metadata of libraries: text, which nothing ever fetches. */
const ONLY_NAMED = [
	'svelte.dev',
	'tinyurl.com',
	'bit.ly',
	'github.com',
	'tools.ietf.org',
	'www.aiim.org',
	'ns.adobe.com',
	'purl.org',
	'pdfmake.org'
];
/** Where zxing-wasm would load its WebAssembly from; `locateFile` names our own file instead, and the policy refuses it. */
const REPLACED = ['fastly.jsdelivr.net'];

test('N61 the built client names no host that it might ask', () => {
	const files = projectFiles('build/client/**/*.{js,css,html,webmanifest}');
	expect(files.length).toBeGreaterThan(5);
	const known = new Set([...ONLY_NAMED, ...REPLACED]);
	const unknown = files.flatMap(({ path, text }) =>
		foreignHosts(text)
			.filter((host) => !known.has(host))
			.map((host) => `${path}: ${host}`)
	);
	expect(unknown).toEqual([]);
});
