import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ProblemSchema } from '../../protocol/problem';
import { mayChange } from './check-origin';
import { problem, problemCodeOf } from './problem';
import { readJson } from './read-json';

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
		mayChange({ method, headers: new Headers(headers) } as Request, own);

	it.each([
		['POST', { origin: own }, true],
		['POST', { origin: 'http://evil.test' }, false],
		['DELETE', { origin: 'null' }, false],
		['PUT', { 'sec-fetch-site': 'cross-site' }, false],
		['PUT', { 'sec-fetch-site': 'same-site' }, false],
		['PUT', { 'sec-fetch-site': 'same-origin' }, true],
		['POST', {}, true],
		['GET', { origin: 'http://evil.test' }, true]
	])('N58 %s with %o: %s', (method, headers, allowed) => {
		expect(ask(method, headers as Record<string, string>)).toBe(allowed);
	});
});
