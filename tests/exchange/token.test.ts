import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { revokeClient } from '#lib/server/exchange/register-client.ts';
import { type Client } from '#lib/server/exchange/clients.ts';
import { ADMIN, AnExchange, type Keys } from './support/an-exchange.ts';

let exchange: AnExchange;
let client: Client;
let keys: Keys;
beforeAll(async () => {
	exchange = await AnExchange.open();
	({ client, keys } = await exchange.registers());
});
afterAll(() => exchange.close());

const problemOf = async (response: Response) => {
	expect(response.headers.get('content-type')).toBe('application/problem+json');
	return (await response.json()) as { status: number; code: string; detail: string; error?: string };
};

describe('the token of a body’s own system', () => {
	it('N321 is given for an assertion that its key signed, for ten minutes, with the roles it may act in', async () => {
		const response = await exchange.asksToken(await exchange.assertion(client.id, keys));
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual({
			access_token: expect.stringMatching(/^[\w-]{43}$/),
			token_type: 'Bearer',
			expires_in: 600,
			scope: 'chancery head executor'
		});
	});

	it('N321 an assertion opens once, and nothing when it is for somebody else, ended, or holds too long', async () => {
		const now = Math.floor(Date.now() / 1000);
		const used = await exchange.assertion(client.id, keys);
		await exchange.asksToken(used);
		const wrong: [string, string][] = [
			[used, 'used before'],
			[await exchange.assertion(client.id, keys, { aud: 'https://elsewhere.example/token' }), 'aud'],
			[await exchange.assertion(client.id, keys, { exp: now - 100 }), 'has ended'],
			[await exchange.assertion(client.id, keys, { exp: now + 3600 }), 'too long'],
			[await exchange.assertion(client.id, keys, { jti: 'x'.repeat(201) }), 'jti'],
			[await exchange.assertion(client.id, await generateKeyPair('ES256')), 'signature'],
			[await exchange.assertion('client-unknown', keys), 'registered here'],
			['no.jwt.at-all', 'registered here']
		];
		for (const [assertion, words] of wrong) {
			const problem = await problemOf(await exchange.asksToken(assertion));
			expect(problem).toMatchObject({ status: 401, code: 'invalidClient', error: 'invalid_client' });
			expect(problem.detail).toContain(words);
		}
	});

	it('N320 a revoked system gets no token, and those it has open nothing from that moment', async () => {
		const { client: other, keys: own, ask } = await exchange.connects();
		expect((await ask('/facts')).status).toBe(200);
		const { registry } = exchange.server;
		expect(await revokeClient(exchange.db, registry, { client: other, reason: 'Кілт жоғалды' }, ADMIN)).toBeNull();
		expect(await problemOf(await ask('/facts'))).toMatchObject({ status: 401, code: 'invalidToken' });
		const problem = await problemOf(await exchange.asksToken(await exchange.assertion(other.id, own)));
		expect(problem.detail).toContain('revoked');
		const again = await revokeClient(exchange.db, registry, { client: other, reason: 'x' }, ADMIN);
		expect(again).toMatchObject({ code: 'deviceRevoked' });
	});

	it('N321 a request without a token, or with one of nobody, is told where to get one', async () => {
		const asked: HeadersInit[] = [{}, { authorization: `Bearer ${'A'.repeat(43)}` }];
		for (const headers of asked) {
			const response = await fetch(`${exchange.url}/api/exchange/v1/facts`, { headers });
			const problem = await problemOf(response);
			expect([problem.status, problem.code]).toEqual([401, 'invalidToken']);
			expect(problem.detail).toContain('/api/exchange/v1/token');
		}
	});
});
