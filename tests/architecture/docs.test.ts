import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const docs = join(root, 'docs');
const texts = [...readdirSync(docs).filter((name) => name.endsWith('.md')), '../README.md', '../ARCHITECTURE.md'].map(
	(name) => ({ name, text: readFileSync(join(docs, name), 'utf8') })
);

describe('what the documents name', () => {
	it('each picture and file that a link leads to is there', () => {
		const missing = texts.flatMap(({ name, text }) =>
			[...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
				.map(([, link]) => link!)
				.filter((link) => !existsSync(join(docs, name, '..', link)))
				.map((link) => `${name}: ${link}`)
		);
		expect(missing).toEqual([]);
	});

	it('each rule that the table of ASVS calls as its proof is a rule', () => {
		const rules = new Set(
			[...readFileSync(join(root, 'src/lib/domain/SPEC.md'), 'utf8').matchAll(/^\*\*([A-Z]\d+)\*\*/gm)].map(
				([, rule]) => rule
			)
		);
		const table = texts.find(({ name }) => name === 'asvs.md')!.text;
		const named = [...table.matchAll(/\b([A-Z]\d{1,3})(?:–([A-Z]\d{1,3}))?\b(?=[^|]*\|$)/gm)].flatMap(([, from, to]) =>
			to === undefined ? [from] : [from, to]
		);
		expect(named.length).toBeGreaterThan(100);
		expect(named.filter((rule) => !rules.has(rule))).toEqual([]);
	});

	it('each file of a proof is there', () => {
		const table = texts.find(({ name }) => name === 'asvs.md')!.text;
		const files = [...table.matchAll(/`((?:[\w.-]+\/)+[\w.-]+)`/g)]
			.map(([, file]) => file!)
			.filter((file) => !/^(?:api|application)\//.test(file));
		const isThere = (file: string) => ['', 'src', 'src/lib'].some((folder) => existsSync(join(root, folder, file)));
		expect(files.filter((file) => !isThere(file))).toEqual([]);
	});
});
