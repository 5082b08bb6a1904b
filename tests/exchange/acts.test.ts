import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { refusals } from '#lib/i18n/kk/refusals.ts';
import { states } from '#lib/i18n/kk/states.ts';
import { type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type ApplicationNumber, resultNumberOf } from '#lib/domain/number/paper-number.ts';
import { type ActRequest, ActResponseSchema } from '#lib/protocol/exchange-acts.ts';
import { type ApplicationView, type FactPage } from '#lib/protocol/exchange-messages.ts';
import { type ExchangeProblem, ExchangeProblemSchema } from '#lib/protocol/exchange-problem.ts';
import { type Client, findClient } from '#lib/server/exchange/clients.ts';
import { performAct } from '#lib/server/exchange/perform-act.ts';
import { ACenter, BODY, CENTER } from './support/a-center.ts';
import { AnExchange, CLERK, EXECUTOR, HEAD } from './support/an-exchange.ts';

let exchange: AnExchange;
let center: ACenter;
let client: Client;
let ask: (path: string, init?: RequestInit) => Promise<Response>;
beforeAll(async () => {
	exchange = await AnExchange.open();
	center = await ACenter.open(exchange.db, exchange.server);
	({ client, ask } = await exchange.connects());
});
afterAll(() => exchange.close());

let keys = 0;
const nextKey = () => `key-${(keys += 1)}`;

type Answer = { status: number; body: unknown };
async function act(request: unknown, key = nextKey()): Promise<Answer> {
	const headers = { 'content-type': 'application/json', 'idempotency-key': key };
	const response = await ask('/acts', { method: 'POST', headers, body: JSON.stringify(request) });
	const body: unknown = await response.json();
	v.parse(response.status === 200 ? ActResponseSchema : ExchangeProblemSchema, body);
	return { status: response.status, body };
}
const clerk = (what: object, more: object = {}) => ({ actor: CLERK, role: 'chancery', act: what, ...more });
const head = (what: object, more: object = {}) => ({ actor: HEAD, role: 'head', act: what, ...more });
const typesOf = ({ body }: Answer) => (body as { facts: { type: string }[] }).facts.map(({ type }) => type);

/** Packets that have come to the body in one register and were checked against it. */
async function arrived(count: number): Promise<ApplicationNumber[]> {
	const numbers = center.accept(count);
	const register = await center.dispatch(numbers);
	const rows = numbers.map((paper) => ({ paper, state: 'received' }));
	expect((await act(clerk({ kind: 'arrive', register, rows }))).status).toBe(200);
	return numbers;
}
const factsOf = async (number: string) => (await exchange.server.store.factsOf([number])).get(number) ?? [];
const view = async (number: string) => (await (await ask(`/applications/${number}`)).json()) as ApplicationView;

describe('an act of a body’s own system', () => {
	it('N325 is recorded in the journal that the server keeps for it, in the name of the person, and delivered', async () => {
		const [number] = await arrived(1);
		const answer = await act(clerk({ kind: 'register', application: number }));
		expect([answer.status, typesOf(answer)]).toEqual([200, ['registered']]);
		const fact = (await factsOf(number!)).find(({ type }) => type === 'registered')!;
		expect(JSON.parse(fact.text)).toMatchObject({
			journal: client.journal,
			actor: CLERK,
			role: 'chancery',
			org: BODY,
			clock: { offsetMs: 0 }
		});
		const state = (await exchange.server.store.journals([client.journal])).get(client.journal);
		expect(state?.signed).toMatchObject({ seq: state?.held, hash: state?.heldHash });
		for (const org of [BODY, CENTER])
			expect(await exchange.server.store.delivered(org, [fact.id])).toEqual(new Set([fact.id]));
		expect(await exchange.server.store.flags([fact.id])).toEqual([]);
	});

	it('N325 is refused by the rules of the desk, with the code and the sentence of the screen', async () => {
		const [number] = await arrived(1);
		const answer = await act(head({ kind: 'assign', application: number, executor: EXECUTOR }));
		expect(answer.status).toBe(422);
		const { refusal, detail } = answer.body as ExchangeProblem;
		expect(refusal?.code).toBe('wrongStep');
		expect(refusal?.sentence.kk).toBe(refusals.wrongStep.replace('{{step}}', states.steps.registered));
		expect(detail).toBe(refusal?.sentence.kk);
		expect(await factsOf(number!)).toHaveLength(4);
	});

	it('N325 what the check of the packet leaves open stops a letter, as on the desk', async () => {
		const [number] = await arrived(1);
		await act(clerk({ kind: 'register', application: number }));
		await act(head({ kind: 'assign', application: number, executor: EXECUTOR }));
		const letter = { kk: 'Хабарлама', ru: 'Уведомление', grounds: [] };
		const draft = { kind: 'draft', application: number, decision: 'notice', letter };
		const answer = await act({ actor: EXECUTOR, role: 'executor', act: draft });
		expect(answer.body).toMatchObject({ refusal: { code: 'notExamined' } });
		const sent = await act({ actor: EXECUTOR, role: 'executor', act: { ...draft, reason: 'Түпнұсқасы көрілді' } });
		expect(typesOf(sent)).toEqual(['drafted']);
	});

	it('N326 the same key gives the same answer and records once; with another act it is refused', async () => {
		const [number, other] = await arrived(2);
		const [key, request] = [nextKey(), clerk({ kind: 'register', application: number })];
		const answers = [...(await Promise.all([act(request, key), act(request, key)])), await act(request, key)];
		expect(answers[0]!.status).toBe(200);
		for (const answer of answers) expect(answer).toEqual(answers[0]);
		expect((await factsOf(number!)).filter(({ type }) => type === 'registered')).toHaveLength(1);
		const reused = await act(clerk({ kind: 'register', application: other }), key);
		expect(reused).toMatchObject({ status: 422, body: { code: 'keyReused' } });
		const refused = nextKey();
		const before = await act(head({ kind: 'assign', application: other, executor: EXECUTOR }), refused);
		await act(clerk({ kind: 'register', application: other }));
		expect(await act(head({ kind: 'assign', application: other, executor: EXECUTOR }), refused)).toEqual(before);
	});

	it('N326 an act whose answer was lost with the server is answered by its facts', async () => {
		const [number] = await arrived(1);
		const [key, request] = [nextKey(), clerk({ kind: 'register', application: number })];
		const answer = await act(request, key);
		await exchange.db.deleteFrom('exchange_acts').execute();
		expect(await act(request, key)).toEqual(answer);
		const [other] = await arrived(1);
		await exchange.db.deleteFrom('exchange_acts').execute();
		const another = await act(clerk({ kind: 'register', application: other }), key);
		expect(another.status, 'the key is long forgotten').toBe(200);
		expect((await factsOf(other!)).filter(({ type }) => type === 'registered')).toHaveLength(1);
		expect((await factsOf(number!)).filter(({ type }) => type === 'registered')).toHaveLength(1);
	});

	it('N326 acts of one client at the same moment are all recorded, one after the other', async () => {
		const numbers = await arrived(5);
		const answers = await Promise.all(numbers.map((application) => act(clerk({ kind: 'register', application }))));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
	});

	it('N326 two processes that write for one client at the same moment keep out of each other’s way', async () => {
		const numbers = await arrived(4);
		const at = Date.now();
		// Past the turns that one process gives: each finds the journal gone on, and judges again.
		const performed = await Promise.all(
			numbers.map((application, place) =>
				performAct(exchange.db, exchange.server, `xprocess${place}`, {
					client,
					request: clerk({ kind: 'register', application }) as ActRequest,
					after: null,
					at
				})
			)
		);
		expect(performed.map(({ ok }) => ok)).toEqual([true, true, true, true]);
		for (const number of numbers)
			expect((await factsOf(number)).filter(({ type }) => type === 'registered')).toHaveLength(1);
		expect(await exchange.server.store.countQuarantined()).toBe(0);
	});

	it('N333 after a restore of the server it is recorded in another journal, with numbers of its own, and its devices end with it', async () => {
		const { client: before, ask: asking } = await exchange.connects();
		await exchange.db.updateTable('exchange_clients').set({ epoch: 'before' }).where('id', '=', before.id).execute();
		const [number] = await arrived(1);
		const headers = { 'content-type': 'application/json', 'idempotency-key': nextKey() };
		const body = JSON.stringify(clerk({ kind: 'register', application: number }));
		expect((await asking('/acts', { method: 'POST', headers, body })).status).toBe(200);
		const after = (await findClient(exchange.db, before.id))!;
		expect(after.number).not.toBe(before.number);
		const fact = (await factsOf(number!)).find(({ type }) => type === 'registered');
		expect(fact?.journal).toBe(after.journal);
		const { devices } = exchange.server.registry.current();
		expect(devices.get(before.device)?.revokedAt).not.toBeNull();
		expect(devices.get(after.device)).toMatchObject({ place: 'exchange', revokedAt: null });
	});

	it('N333 so it does where the secret that opens the key of its journal is another one', async () => {
		const { client: before, ask: asking } = await exchange.connects();
		await exchange.db
			.updateTable('exchange_clients')
			.set({ sealed_key: 'sealed-by-another' })
			.where('id', '=', before.id)
			.execute();
		const [number] = await arrived(1);
		const headers = { 'content-type': 'application/json', 'idempotency-key': nextKey() };
		const body = JSON.stringify(clerk({ kind: 'register', application: number }));
		expect((await asking('/acts', { method: 'POST', headers, body })).status).toBe(200);
		expect((await findClient(exchange.db, before.id))?.device).not.toBe(before.device);
	});

	it('N327 on what its client has not read it is not recorded, and told to read first', async () => {
		const [number] = await arrived(1);
		const { cursor } = (await (await ask('/facts')).json()) as FactPage;
		const { version } = await view(number!);
		await exchange.connects().then(async (other) => {
			const headers = { 'content-type': 'application/json', 'idempotency-key': 'other' };
			const body = JSON.stringify(clerk({ kind: 'register', application: number }));
			expect((await other.ask('/acts', { method: 'POST', headers, body })).status).toBe(200);
		});
		const assign = { kind: 'assign', application: number, executor: EXECUTOR };
		const stale: Partial<ActRequest>[] = [
			{ after: cursor },
			{ expected: version },
			{ after: cursor.replace(/^[^.]+/, 'another') }
		];
		for (const more of stale) {
			const answer = await act(head(assign, more));
			expect(answer).toMatchObject({ status: 409, body: { code: 'stale', detail: expect.stringContaining('read') } });
		}
		const now = (await (await ask('/facts')).json()) as FactPage;
		const fresh = { after: now.cursor, expected: (await view(number!)).version };
		expect((await act(head(assign, fresh))).status).toBe(200);
	});

	it('N328 is done only in the names and roles that the administrator gave, and by whoever holds the role now', async () => {
		const [number] = await arrived(1);
		const register = { kind: 'register', application: number };
		const stranger = await act({ actor: 'staff-204', role: 'executor', act: register });
		expect(stranger).toMatchObject({ status: 403, body: { detail: expect.stringContaining('staff-204') } });
		expect(await act({ actor: CLERK, role: 'head', act: register })).toMatchObject({
			body: { refusal: { code: 'noRight' } }
		});
		const narrow = await exchange.connects({ roles: ['chancery'], people: [CLERK] });
		const headers = { 'content-type': 'application/json', 'idempotency-key': nextKey() };
		const body = JSON.stringify(head({ kind: 'assign', application: number, executor: EXECUTOR }));
		expect((await narrow.ask('/acts', { method: 'POST', headers, body })).status).toBe(403);
	});

	it.each<[string, (number: ApplicationNumber) => object, string]>([
		[
			'an executor who does not work here',
			(application) => head({ kind: 'assign', application, executor: 'staff-101' as StaffId }),
			'personUnknown'
		],
		[
			'a body that does not exist',
			(application) => head({ kind: 'redirect', application, toBody: 'body-99' as OrgId, text: 'x' }),
			'orgUnknown'
		],
		[
			'the signature of a letter that nobody wrote',
			(application) => clerk({ kind: 'sign', application, paper: resultNumberOf(application), head: HEAD }),
			'wrongStep'
		]
	])('N328 that names %s is refused', async (_, request, code) => {
		const [number] = await arrived(1);
		expect(await act(request(number!))).toMatchObject({ status: 422, body: { refusal: { code } } });
	});

	it('N328 a wrong form, a missing key and a cursor that is none are told by their place', async () => {
		const register = { kind: 'register', application: '1234567890123456' };
		expect(await act(clerk(register))).toMatchObject({ status: 400, body: { detail: 'Wrong form: act.application' } });
		expect(await act(clerk({ kind: 'accept' }))).toMatchObject({ status: 400 });
		const [number] = center.accept(1);
		const known = { ...register, application: number };
		expect((await act(clerk(known), ' ')).status).toBe(400);
		expect(await act(clerk(known, { after: 'x' }))).toMatchObject({ status: 400, body: { code: 'badRequest' } });
		expect(await act(clerk(known))).toMatchObject({ body: { refusal: { code: 'unknownApplication' } } });
	});
});
