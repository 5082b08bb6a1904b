import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type ExchangeClientRequest } from '#lib/protocol/exchange-clients.ts';
import { clientsOf } from '#lib/server/exchange/clients.ts';
import { registerClient } from '#lib/server/exchange/register-client.ts';
import { ADMIN, AnExchange, CLERK } from './support/an-exchange.ts';
import { BODY, CENTER } from './support/a-center.ts';

let exchange: AnExchange;
let key: Record<string, unknown>;
let secret: Record<string, unknown>;
beforeAll(async () => {
	exchange = await AnExchange.open();
	const pair = await generateKeyPair('ES256', { extractable: true });
	key = { ...(await exportJWK(pair.publicKey)) };
	secret = { ...(await exportJWK(pair.privateKey)) };
});
afterAll(() => exchange.close());

const registering = (more: Partial<ExchangeClientRequest> = {}, by = ADMIN) =>
	registerClient(
		exchange.db,
		exchange.server,
		{ org: BODY, name: 'УО АЖ', key, roles: ['chancery'], people: [CLERK], ...more },
		by,
		Date.now()
	);

describe('a body’s own system', () => {
	it('N320 is registered by an administrator as a device of the registry, with a fact of its own', async () => {
		const made = await registering();
		if (!made.ok) throw new Error(made.why);
		const { device } = made.client;
		expect(exchange.server.registry.current().devices.get(device)).toMatchObject({ org: BODY, place: 'exchange' });
		const fact = exchange.server.registry.facts().findLast(({ type }) => type === 'deviceEnrolled');
		expect(fact).toMatchObject({ actor: ADMIN.actor, role: ADMIN.role, body: { device, place: 'exchange' } });
		expect((await clientsOf(exchange.db, BODY)).map(({ id }) => id)).toContain(made.client.id);
	});

	it('N320 belongs to a body, and is its administrator’s or the authority’s to register', async () => {
		expect(await registering({ org: CENTER })).toMatchObject({ refusal: { code: 'placeNotHere' } });
		const elsewhere = { actor: 'staff-106' as StaffId, role: 'admin' as Role, org: CENTER as OrgId };
		expect(await registering({}, elsewhere)).toMatchObject({ refusal: { code: 'notYourOrg' } });
		const clerk = { actor: CLERK, role: 'chancery' as Role, org: BODY };
		expect(await registering({}, clerk)).toMatchObject({ refusal: { code: 'noRight' } });
	});

	it.each<[string, () => Partial<ExchangeClientRequest>, string]>([
		['its private key', () => ({ key: secret }), 'private key'],
		['a key of another kind', () => ({ key: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } }), 'ES256'],
		['a point that is not on the curve', () => ({ key: { ...key, y: key['x'] } }), 'curve'],
		['people of another org', () => ({ people: ['staff-101' as StaffId] }), 'staff-101'],
		['people without the roles', () => ({ roles: ['head'] }), 'staff-201']
	])('N320 with %s is refused with a sentence', async (_, more, words) => {
		const before = (await clientsOf(exchange.db, BODY)).length;
		const answer = await registering(more());
		expect(answer).toMatchObject({ ok: false, why: 'wrong' });
		expect('sentence' in answer && answer.sentence).toContain(words);
		expect(await clientsOf(exchange.db, BODY)).toHaveLength(before);
	});
});
