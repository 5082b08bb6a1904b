import { type ExchangeProblem, type ExchangeProblemCode } from '#lib/protocol/exchange-problem.ts';

const PROBLEMS = {
	badRequest: [400, 'The request is not in its agreed form'],
	invalidClient: [401, 'The client could not prove who it is'],
	unsupportedGrant: [400, 'This server gives tokens for another grant'],
	invalidToken: [401, 'The access token opens nothing'],
	notAllowed: [403, 'This client may not do that'],
	notFound: [404, 'There is nothing here'],
	stale: [409, 'Something has happened since: read first'],
	keyReused: [422, 'This idempotency key belongs to another act'],
	notTaken: [503, 'The act was not recorded'],
	tooMany: [429, 'Too much at the same time, or too often'],
	refused: [422, 'The rules do not allow that now']
} as const satisfies Record<ExchangeProblemCode, readonly [number, string]>;

type Details = Pick<ExchangeProblem, 'error' | 'refusal' | 'retryAfterSeconds'>;

/** What a client is told when its request is not served. @param detail what is wrong and what to do, one sentence */
export const exchangeProblem = (code: ExchangeProblemCode, detail: string, details: Details = {}): ExchangeProblem => ({
	type: 'about:blank',
	title: PROBLEMS[code][1],
	status: PROBLEMS[code][0],
	code,
	detail,
	...details
});

/** The same as the answer of an endpoint. */
export function problemResponse(problem: ExchangeProblem): Response {
	const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
	if (problem.retryAfterSeconds !== undefined) headers.set('retry-after', String(problem.retryAfterSeconds));
	if (problem.status === 401) headers.set('www-authenticate', `Bearer error="${problem.error ?? 'invalid_token'}"`);
	return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** Not served: code, sentence, and what else is told. */
export const refuseRequest = (...[code, detail, details]: Parameters<typeof exchangeProblem>): Response =>
	problemResponse(exchangeProblem(code, detail, details));
