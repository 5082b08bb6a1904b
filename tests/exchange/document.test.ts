import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '#lib/server/exchange/openapi.ts';
import { breakingChanges } from './support/breaking-changes.ts';

type Document = Parameters<typeof breakingChanges>[0];

const document = openApiDocument();
/** As clients were generated from it: what the server answers at `openapi.json`. A release that brings additions puts its own here. */
const GOLDEN = join(import.meta.dirname, '../golden/exchange-v1.json');
const golden = JSON.parse(readFileSync(GOLDEN, 'utf8')) as Document;

describe('the document of the exchange interface', () => {
	it('N324 is OpenAPI 3.1 made from the schemas by which requests are read, and names every endpoint', () => {
		expect(document.openapi).toBe('3.1.0');
		const served = Object.keys(import.meta.glob('../../src/routes/api/exchange/v1/**/+server.ts'))
			.map((file) => file.replace(/^.*\/v1(.*)\/\+server\.ts$/, '$1').replace('[number]', '{number}'))
			.filter((path) => path !== '/openapi.json');
		expect(Object.keys(document.paths).sort()).toEqual(served.sort());
	});

	it('N324 every schema that it refers to is in it', () => {
		const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
		expect(refs.length).toBeGreaterThan(10);
		expect(refs.filter((name) => !Object.hasOwn(document.components.schemas, name!))).toEqual([]);
	});

	it('N331 breaks no client that was generated from the document as it was published', () => {
		expect(breakingChanges(golden, JSON.parse(JSON.stringify(document)) as Document)).toEqual([]);
	});

	/** A part of the document, to be changed. */
	const part = (it: Document, ...path: (string | number)[]) =>
		path.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], it) as Record<string, unknown>;
	const list = (it: Document, ...path: (string | number)[]) => part(it, ...path) as unknown as unknown[];
	const schema = ['components', 'schemas'] as const;

	it.each<[string, (it: Document) => void, RegExp]>([
		['a path is gone', (it) => delete it.paths['/facts'], /get \/facts is gone/],
		['a told field is gone', (it) => delete part(it, ...schema, 'FactPage', 'properties')['cursor'], /cursor is gone/],
		['a told field may be missing', (it) => list(it, ...schema, 'FactPage', 'required').pop(), /may be missing/],
		[
			'a told field has another type',
			(it) => (part(it, ...schema, 'FactPage', 'properties', 'more')['type'] = 'string'),
			/another type/
		],
		[
			'a field that is sent is required now',
			(it) => list(it, ...schema, 'ActRequest', 'required').push('after'),
			/after is required/
		],
		[
			'an act is gone',
			(it) => list(it, ...schema, 'ActRequest', 'properties', 'act', 'oneOf').shift(),
			/act register is gone/
		],
		[
			'a text may be less long',
			(it) => (part(it, ...schema, 'ActRequest', 'properties', 'expected')['maxLength'] = 3),
			/maxLength/
		],
		[
			'a role is gone',
			(it) => list(it, ...schema, 'ActRequest', 'properties', 'role', 'enum').pop(),
			/no longer takes executor/
		],
		[
			'a limit is lower',
			(it) => (part(it, 'paths', '/facts', 'get', 'parameters', 1, 'schema')['maximum'] = 10),
			/maximum/
		]
	])('N331 it is noticed that %s', (_, change, words) => {
		const changed = structuredClone(golden);
		change(changed);
		expect(breakingChanges(golden, changed).join('\n')).toMatch(words);
	});

	it('N331 additions break nothing: a path, a told field, an optional one that is sent, another act', () => {
		const added = structuredClone(golden);
		added.paths['/new'] = { get: { operationId: 'new', responses: {} } };
		part(added, ...schema, 'FactPage', 'properties')['extra'] = { type: 'string' };
		part(added, ...schema, 'ActRequest', 'properties')['note'] = { type: 'string' };
		const act = { type: 'object', properties: { kind: { const: 'new' } } };
		list(added, ...schema, 'ActRequest', 'properties', 'act', 'oneOf').push(act);
		list(added, ...schema, 'Application', 'properties', 'state', 'enum').push('lost');
		expect(breakingChanges(golden, added)).toEqual([]);
	});
});
