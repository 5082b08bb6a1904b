import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import {
	ApplicationViewSchema,
	type FactPage,
	FactPageSchema,
	RegisterViewSchema
} from '#lib/protocol/exchange-messages.ts';
import { type ApplicationNumber } from '#lib/domain/number/paper-number.ts';
import { ACenter, BODY, CENTER } from './support/a-center.ts';
import { AnExchange } from './support/an-exchange.ts';

let exchange: AnExchange;
let center: ACenter;
let numbers: ApplicationNumber[];
let kept: ApplicationNumber;
let register: string;
let ask: (path: string) => Promise<Response>;
beforeAll(async () => {
	exchange = await AnExchange.open();
	center = await ACenter.open(exchange.db, exchange.server);
	[kept, ...numbers] = center.accept(4) as [ApplicationNumber, ...ApplicationNumber[]];
	register = await center.dispatch(numbers);
	({ ask } = await exchange.connects());
});
afterAll(() => exchange.close());

const read = async <T>(path: string): Promise<T> => (await (await ask(path)).json()) as T;

/** Every answer is as the document says. */
const readAs = async <Schema extends v.GenericSchema>(schema: Schema, path: string) =>
	v.parse(schema, await read<unknown>(path));

async function readAll(limit: number): Promise<FactPage['facts']> {
	const facts: FactPage['facts'] = [];
	for (let after = ''; ;) {
		const page = await readAs(FactPageSchema, `/facts?limit=${limit}${after && `&after=${encodeURIComponent(after)}`}`);
		facts.push(...page.facts);
		after = page.cursor;
		if (!page.more) return facts;
	}
}

describe('what a body’s own system reads', () => {
	it('N322 the stream of its org page by page, each fact once, with the personal parts of those it is party to', async () => {
		const facts = await readAll(2);
		expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
		expect(facts).toEqual(await readAll(500));
		const accepted = facts.filter(({ type }) => type === 'accepted');
		expect(accepted.map(({ subject }) => subject.number)).toEqual([kept, ...numbers]);
		expect(accepted[0]).toMatchObject({ org: CENTER, personal: { surname: 'Оспанов' }, body: { body: BODY } });
		expect(facts.find(({ type }) => type === 'dispatched')?.subject).toEqual({ kind: 'register', number: register });
	});

	it('N322 a cursor of another stream begins anew and says so; one that is none is refused', async () => {
		const { cursor } = await readAs(FactPageSchema, '/facts');
		const again = await readAs(FactPageSchema, `/facts?after=${cursor}`);
		expect(again).toEqual({ facts: [], cursor, more: false, reset: false });
		const other = await readAs(FactPageSchema, `/facts?after=${cursor.replace(/^[^.]+/, 'another-epoch')}`);
		expect([other.reset, other.facts.length > 0]).toEqual([true, true]);
		for (const query of ['after=x', 'limit=0', 'limit=501', 'limit=a']) {
			const response = await ask(`/facts?${query}`);
			expect([query, response.status]).toEqual([query, 400]);
			expect(await response.json()).toMatchObject({ code: 'badRequest', detail: expect.stringContaining('must be') });
		}
	});

	it('N323 an application as its desk shows it, with its facts; nothing of one that it is no party to', async () => {
		const view = await readAs(ApplicationViewSchema, `/applications/${numbers[0]}`);
		expect(view).toMatchObject({
			state: 'open',
			center: CENTER,
			body: BODY,
			next: 'arrived',
			applicant: { surname: 'Оспанов' },
			packet: { kind: 'transit', register }
		});
		expect(view.facts.map(({ type }) => type)).toEqual(['accepted', 'collected', 'dispatched']);
		expect((await ask('/applications/1000000000000000')).status).toBe(400);
		const [elsewhere] = center.accept(1, 'body-07' as OrgId);
		await center.push();
		const missing = await ask(`/applications/${elsewhere}`);
		expect(missing.status).toBe(404);
		expect(await missing.json()).toMatchObject({ detail: expect.stringContaining('ask the Center') });
	});

	it('N323 a register that came to it, row by row; a number of another kind is told from an unknown one', async () => {
		const view = await readAs(RegisterViewSchema, `/registers/${register}`);
		expect(view).toMatchObject({ kind: 'dispatch', from: CENTER, to: BODY, courier: 'Әлімов Бақыт', arrivedAt: null });
		expect(view.rows).toEqual(numbers.map((paper) => ({ paper, state: 'underway' })));
		expect((await ask(`/registers/${numbers[0]}`)).status).toBe(400);
	});

	it('N322 is woken when there is something new', async () => {
		const response = await ask('/wake');
		const reader = response.body!.getReader();
		const first = new TextDecoder().decode((await reader.read()).value);
		expect([response.status, first]).toEqual([200, expect.stringContaining('retry:')]);
		await center.dispatch([kept]);
		expect(new TextDecoder().decode((await reader.read()).value)).toContain('data: wake');
		await reader.cancel();
	});
});
