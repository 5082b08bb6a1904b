import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type APIRequestContext, type APIResponse, expect, test } from '@playwright/test';
import { DeviceHand } from '../support/device-hand.ts';

const RIGHT = { number: '105', password: 'tereze-105' };
const signIn = (request: APIRequestContext, data: object = RIGHT) => request.post('/api/session', { data });

/** The answer is a problem of RFC 9457 with this code, and shows nothing of the inside. */
async function expectProblem(response: APIResponse, status: number, code: string): Promise<void> {
	expect(response.status()).toBe(status);
	expect(response.headers()['content-type']).toBe('application/problem+json');
	expect(await response.json()).toMatchObject({ status, code });
	expect(await response.text()).not.toMatch(/\bat .*:\d+|node_modules|\.js\b/);
}

/** Every method of every address that the server has, read from its routes: a new one has to be judged here. */
function endpoints(): { method: string; path: string }[] {
	const routes = join(import.meta.dirname, '../../src/routes');
	return readdirSync(routes, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('+server.ts'))
		.flatMap((file) => {
			const text = readFileSync(join(routes, file), 'utf8');
			const methods = [...text.matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g)];
			return methods.map(([, method]) => ({ method: method!, path: `/${dirname(file)}` }));
		});
}

test('N52 a session lasts from sign-in to sign-out, its cookie out of reach of scripts and other sites', async ({
	request
}) => {
	await expectProblem(await request.get('/api/session'), 401, 'notSignedIn');
	const opened = await signIn(request);
	expect(opened.status()).toBe(200);
	// The session, and the mark of a browser at which this person is known (N81).
	const cookies = opened.headers()['set-cookie']?.split('\n') ?? [];
	expect(cookies).toEqual(
		['session', 'place'].map((name) =>
			expect.stringMatching(new RegExp(`^tereze-${name}=[\\w-]{43};.*HttpOnly; SameSite=Strict$`))
		)
	);
	expect(await (await request.get('/api/session')).json()).toMatchObject({
		person: { number: '105', roles: ['centerHead'] }
	});
	const state = await request.storageState();
	expect((await request.delete('/api/session')).status()).toBe(204);
	await expectProblem(await request.get('/api/session'), 401, 'notSignedIn');
	// The cookie kept by somebody opens nothing either.
	const cookie = state.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
	await expectProblem(await request.get('/api/session', { headers: { cookie } }), 401, 'notSignedIn');
});

test('N85 the headers of the endless stream of news are answered at once, as often as they are asked for', async ({
	request
}) => {
	await signIn(request);
	// More often than one person may have streams: each gives back its share.
	for (let time = 0; time < 15; time += 1) {
		const response = await request.head('/api/sync/wake', { timeout: 2000 });
		expect([response.status(), response.headers()['content-type']]).toEqual([200, 'text/event-stream']);
	}
});

test('N51 a refused sign-in tells how many attempts are left, and the sixth how long to wait', async ({ request }) => {
	const wrong = { number: '990001', password: 'x' };
	for (const attemptsLeft of [4, 3, 2, 1, 0]) {
		const response = await signIn(request, wrong);
		await expectProblem(response, 401, 'wrongCredentials');
		expect(await response.json()).toMatchObject({ attemptsLeft });
	}
	const closed = await signIn(request, wrong);
	await expectProblem(closed, 429, 'tooManyAttempts');
	expect(Number(closed.headers()['retry-after'])).toBeGreaterThan(800);
});

test('N52 nothing is reachable without sign-in but the first page, health and assets', async ({ request }) => {
	const answers = await Promise.all(
		endpoints().map(async ({ method, path }) => {
			const response = await request.fetch(path, { method, ...(method === 'GET' ? {} : { data: {} }) });
			return [`${method} ${path}`, response.status()] as const;
		})
	);
	expect(Object.fromEntries(answers)).toEqual({
		// Open: whether the server works, the made-up people while the demonstration is on, signing in and out.
		'GET /api/health': 200,
		'GET /api/demo': 200,
		'POST /api/session': 400,
		'POST /api/session/code': 400,
		'DELETE /api/session': 204,
		// Open to whoever holds the one-time link of a first start; without one the question itself is refused.
		'POST /api/first-start': 400,
		// Open to this machine only.
		'GET /api/metrics': 200,
		'GET /api/session': 401,
		'PUT /api/session/pin': 401,
		'PUT /api/session/password': 401,
		'GET /api/session/others': 401,
		'DELETE /api/session/others': 401,
		'GET /api/context': 401,
		'GET /api/reports/control': 401,
		'GET /api/reports/ledger': 401,
		'GET /api/reports/overview': 401,
		'POST /api/reports/search': 401,
		'POST /api/devices': 401,
		'POST /api/devices/codes': 401,
		'POST /api/devices/fork': 401,
		'PUT /api/devices/key': 401,
		'POST /api/devices/ticket': 401,
		// A token is given for a signature, in a form.
		'POST /api/exchange/v1/token': 400,
		'GET /api/exchange/v1/facts': 401,
		'GET /api/exchange/v1/applications/[number]': 401,
		'GET /api/exchange/v1/registers/[number]': 401,
		'GET /api/exchange/v1/wake': 401,
		'POST /api/exchange/v1/acts': 401,
		'GET /api/exchange/v1/openapi.json': 200,
		'GET /api/exchange-clients': 401,
		'POST /api/exchange-clients': 401,
		'DELETE /api/exchange-clients': 401,
		'GET /api/registry': 401,
		'POST /api/registry': 401,
		'GET /api/registry/audit': 401,
		'GET /api/journal': 401,
		'GET /api/journal/fact': 401,
		'GET /api/journal/place': 401,
		'GET /api/flags': 401,
		'GET /api/verification': 401,
		'POST /api/verification': 401,
		'POST /api/sync': 401,
		'GET /api/sync/wake': 401
	});
	expect((await request.get('/')).status()).toBe(200);
});

test('N52 counts are for this machine: what a proxy hands on is refused', async ({ request }) => {
	for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip'])
		await expectProblem(await request.get('/api/metrics', { headers: { [header]: '127.0.0.1' } }), 403, 'notAllowed');
});

test('N143 a device that was enrolled once reads by its token and a ticket for its key’s signature, with nobody signed in', async ({
	request,
	playwright,
	baseURL
}) => {
	await signIn(request);
	const place = { org: 'center-04', kind: 'control' };
	const journal = `e2e-${Date.now()}`;
	const hand = await DeviceHand.make();
	const asked = { journal, place, proof: await hand.proof(journal) };
	const { number, token: first } = await (await request.post('/api/devices', { data: asked })).json();
	const again = await (await request.post('/api/devices', { data: asked })).json();
	expect(again).toMatchObject({ number });

	const alone = await playwright.request.newContext({ baseURL });
	const read = (authorization: string) => alone.get('/api/context', { headers: { authorization } });
	await expectProblem(await read(`Device ${first}`), 401, 'notSignedIn');
	const authorization = `Device ${again.token}`;
	await expectProblem(await read(authorization), 403, 'notAllowed');
	const ticketFor = async (data: object) =>
		(await alone.post('/api/devices/ticket', { data, headers: { authorization } })).json();
	const { challenge } = await ticketFor({});
	const { ticket } = await ticketFor({ signed: await hand.answer(challenge, '') });
	expect(await (await read(`${authorization} ${ticket.value}`)).json()).toMatchObject({ org: { id: 'center-04' } });
	await alone.dispose();
});

test('N57 bad requests get a problem, whatever is wrong with them', async ({ request }) => {
	await expectProblem(await request.get('/api/nothing'), 404, 'notFound');
	await expectProblem(await request.patch('/api/session'), 405, 'methodNotAllowed');
	await expectProblem(await signIn(request, { number: 'admin', password: 'x' }), 400, 'badRequest');
	const headers = { 'content-type': 'application/json' };
	await expectProblem(await request.post('/api/session', { headers, data: '{"number":' }), 400, 'badRequest');
	const yaml = { 'content-type': 'application/yaml' };
	await expectProblem(await request.post('/api/session', { headers: yaml, data: 'number: 1' }), 415, 'notJson');
});

test('N58 a request that another site has caused changes nothing', async ({ request }) => {
	await signIn(request);
	const headers = { origin: 'http://evil.test' };
	await expectProblem(await request.delete('/api/session', { headers }), 403, 'foreignOrigin');
	expect((await request.get('/api/session')).status()).toBe(200);
});

test('N61 a page may load and ask its own host only, and run no inline script but its own', async ({ request }) => {
	const policy = (await request.get('/')).headers()['content-security-policy'] ?? '';
	const rules = Object.fromEntries(
		policy.split('; ').map((rule) => {
			const [name, ...values] = rule.split(' ');
			return [name, values.join(' ')];
		})
	);
	expect(rules).toMatchObject({
		'default-src': "'self'",
		'connect-src': "'self'",
		'worker-src': "'self'",
		'frame-src': 'blob:',
		'require-trusted-types-for': "'script'"
	});
	expect(rules['script-src']).toMatch(/^'self'( 'sha256-[\w+/=]+')+$/);
});

test('N61 a string becomes neither a script nor markup of the page, whoever wrote it there', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByLabel('Қызметкер нөмірі')).toBeVisible();
	const refused = await page.evaluate(() => {
		const tries: Record<string, () => unknown> = {
			markup: () => (document.body.innerHTML = '<img src=x onerror=alert(1)>'),
			script: () => Object.assign(document.createElement('script'), { text: 'alert(1)' }),
			foreignWorker: () => new Worker('https://evil.test/worker.js'),
			ownPage: () => new Worker('/api/demo'),
			policy: () =>
				(window as { trustedTypes?: { createPolicy(name: string, rules: object): object } }).trustedTypes!.createPolicy(
					'mine',
					{}
				)
		};
		return Object.entries(tries).flatMap(([name, attempt]) => {
			try {
				attempt();
				return [];
			} catch (error) {
				return error instanceof TypeError ? [name] : [];
			}
		});
	});
	expect(refused).toEqual(['markup', 'script', 'foreignWorker', 'ownPage', 'policy']);
});
