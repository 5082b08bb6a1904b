import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultNumberOf } from '#lib/domain/number/paper-number.ts';
import { ActResponseSchema } from '#lib/protocol/exchange-acts.ts';
import { ExchangeProblemSchema } from '#lib/protocol/exchange-problem.ts';
import { openApiDocument } from '#lib/server/exchange/openapi.ts';
import { ACenter } from './support/a-center.ts';
import { AnExchange, CLERK, EXECUTOR, HEAD } from './support/an-exchange.ts';
import { fromSchema } from './support/from-schema.ts';

const RUNS = 150;
const { schemas } = openApiDocument().components;

let exchange: AnExchange;
let numbers: string[];
let ask: (path: string, init?: RequestInit) => Promise<Response>;
beforeAll(async () => {
	exchange = await AnExchange.open();
	const center = await ACenter.open(exchange.db, exchange.server);
	const applications = center.accept(3);
	const register = await center.dispatch(applications);
	numbers = [...applications, ...applications.map(resultNumberOf), register];
	({ ask } = await exchange.connects());
});
afterAll(() => exchange.close());

const PEOPLE = [
	{ actor: CLERK, role: 'chancery' },
	{ actor: HEAD, role: 'head' },
	{ actor: EXECUTOR, role: 'executor' }
] as const;

/** Two a minute are a tenth of what one client may ask. */
let keys = 0;
async function sends(body: unknown): Promise<{ status: number; body: unknown }> {
	const headers = { 'content-type': 'application/json', 'idempotency-key': `fuzz-${(keys += 1)}` };
	const response = await ask('/acts', { method: 'POST', headers, body: JSON.stringify(body) });
	return { status: response.status, body: await response.json() };
}

describe('whatever a client sends', () => {
	it('N330 an act of the form that the document describes is recorded, or refused by a problem; never a fault', async () => {
		const acts = fromSchema(schemas.ActRequest as Record<string, unknown>, schemas, { numbers });
		const asked = fc.tuple(acts, fc.option(fc.constantFrom(...PEOPLE), { freq: 5 }));
		const statuses = new Set<number>();
		await fc.assert(
			fc.asyncProperty(asked, async ([act, person]) => {
				const { status, body } = await sends({ ...(act as object), after: undefined, expected: undefined, ...person });
				statuses.add(status);
				expect(status).toBeLessThan(500);
				v.parse(status === 200 ? ActResponseSchema : ExchangeProblemSchema, body);
			}),
			{ numRuns: RUNS, seed: 1 }
		);
		// It must come as far as the rules, and some of it through them.
		expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 403, 422]));
	});

	it('N330 anything else is told by its place, never a fault', async () => {
		const paths = fc.oneof(
			fc
				.tuple(fc.constantFrom('after', 'limit'), fc.string())
				.map(([name, text]) => `/facts?${name}=${encodeURIComponent(text)}`),
			fc
				.tuple(
					fc.constantFrom('applications', 'registers'),
					fc.oneof(fc.string({ minLength: 1 }), fc.stringMatching(/^\d{16}$/))
				)
				.map(([what, number]) => `/${what}/${encodeURIComponent(number)}`)
		);
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), paths, async (body, path) => {
				const answers = [await sends(body), ...(path.includes('/.') ? [] : [await read(path)])];
				for (const { status } of answers) expect(status).toBeLessThan(500);
			}),
			{ numRuns: 60, seed: 1 }
		);
	});
});

const read = async (path: string): Promise<{ status: number }> => {
	const { status } = await ask(path);
	return { status };
};
