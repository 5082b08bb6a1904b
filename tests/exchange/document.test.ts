import { describe, expect, it } from 'vitest';
import { openApiDocument } from '#lib/server/exchange/openapi.ts';

const document = openApiDocument();

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
});
