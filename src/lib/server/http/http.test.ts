import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ProblemSchema } from '#lib/protocol/problem.ts';
import { foreignBy } from './check-origin.ts';
import { problem, problemCodeOf } from './problem.ts';
import { readJson } from './read-json.ts';
import { withoutBody } from './without-body.ts';

const Form = v.object({ secret: v.pipe(v.string(), v.maxLength(8)) });
const post = (body: string, type = 'application/json') =>
	new Request('http://tereze.test/api/x', { method: 'POST', body, headers: { 'content-type': type } });
const codeOf = async (response: Response) => v.parse(ProblemSchema, await response.json()).code;

describe('answers to bad requests', () => {
	it('N57 a problem has the form of RFC 9457, its own code, and says how long to wait', async () => {
		const response = problem('tooManyAttempts', { attemptsLeft: 0, retryAfterSeconds: 60 });
		expect(response.status).toBe(429);
		expect(response.headers.get('content-type')).toBe('application/problem+json');
		expect(response.headers.get('retry-after')).toBe('60');
		expect(await response.json()).toEqual({
			type: 'about:blank',
			title: 'Too many attempts',
			status: 429,
			code: 'tooManyAttempts',
			attemptsLeft: 0,
			retryAfterSeconds: 60
		});
	});

	it.each([
		[404, 'notFound'],
		[401, 'notSignedIn'],
		[413, 'tooLarge'],
		[418, 'badRequest'],
		[500, 'serverFault'],
		[503, 'serverFault']
	])('N57 the framework’s %i is told as %s', (status, code) => {
		expect(problemCodeOf(status)).toBe(code);
	});

	it('N57 a body that is not JSON, not of the agreed form or too large is refused, and its values are not repeated', async () => {
		const cases: [Request, string][] = [
			[post('{"secret":"a"}', 'text/plain'), 'notJson'],
			[post('{'), 'badRequest'],
			[post('{"secret":"hunter2hunter2"}'), 'badRequest'],
			[post(`{"secret":"${'x'.repeat(70_000)}"}`), 'tooLarge']
		];
		for (const [request, code] of cases) {
			const read = await readJson(request, Form);
			expect(read.ok).toBe(false);
			if (read.ok) continue;
			const text = await read.response.clone().text();
			expect(text).not.toContain('hunter2');
			expect(await codeOf(read.response)).toBe(code);
		}
	});

	it('N57 a body of the agreed form is read', async () => {
		const read = await readJson(post('{"secret":"a"}', 'application/json; charset=utf-8'), Form);
		expect(read).toEqual({ ok: true, value: { secret: 'a' } });
	});
});

describe('where a change may come from', () => {
	const own = 'http://tereze.test';
	const ask = (method: string, headers: Record<string, string>) =>
		foreignBy({ method, headers: new Headers(headers) }, own);

	it.each([
		['POST', { origin: own }, null],
		['POST', { origin: 'http://evil.test' }, 'foreignOrigin'],
		['DELETE', { origin: 'null' }, 'foreignOrigin'],
		['PUT', { 'sec-fetch-site': 'cross-site' }, 'foreignOrigin'],
		['PUT', { 'sec-fetch-site': 'same-site' }, 'foreignOrigin'],
		['PUT', { 'sec-fetch-site': 'cross-site', origin: own }, 'foreignOrigin'],
		['PUT', { 'sec-fetch-site': 'same-origin' }, null],
		['POST', {}, null],
		['GET', { origin: 'http://evil.test' }, null]
	])('N58 %s with %o: %s', (method, headers, why) => {
		expect(ask(method, headers as Record<string, string>)).toBe(why);
	});

	it.each([
		[{ origin: 'https://tereze.test:8443' }, 'wrongHost'],
		[{ origin: 'https://tereze.test' }, 'wrongHost'],
		[{ origin: 'http://tereze.test:3000' }, 'wrongHost'],
		[{ origin: 'https://tereze.test:8443', 'sec-fetch-site': 'same-origin' }, null],
		[{ origin: 'https://tereze.test.evil.example:8443' }, 'foreignOrigin'],
		[{ origin: 'https://tereze.test:8443', 'sec-fetch-site': 'cross-site' }, 'foreignOrigin']
	])('N80 behind a proxy that passes another host than the browser asked for, %o is %s', (headers, why) => {
		expect(ask('POST', headers as Record<string, string>)).toBe(why);
	});
});

describe('answers without a body', () => {
	const endless = (onCancel: () => void) =>
		new Response(
			new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(1)), cancel: onCancel }),
			{
				status: 203,
				headers: { 'content-type': 'text/event-stream' }
			}
		);

	it('N71 a stream that has no end is ended for whoever asks for its headers only, and gives back its share', async () => {
		let cancelled = 0;
		const head = withoutBody(
			{ method: 'HEAD' },
			endless(() => (cancelled += 1))
		);
		expect([head.status, head.headers.get('content-type'), head.body]).toEqual([203, 'text/event-stream', null]);
		expect(cancelled).toBe(1);
	});

	it('N71 any other answer goes as it is', () => {
		const whole = endless(() => undefined);
		expect(withoutBody({ method: 'GET' }, whole)).toBe(whole);
		const empty = new Response(null, { status: 204 });
		expect(withoutBody({ method: 'HEAD' }, empty)).toBe(empty);
	});
});
