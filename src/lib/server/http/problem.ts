import type { Problem, ProblemCode } from '../../protocol/problem';

/** Status and English title of each code; people read the screens' own sentence, operators read this one. */
const PROBLEMS = {
	badRequest: [400, 'The request is not in its agreed form'],
	wrongCredentials: [401, 'Staff number or password is wrong'],
	notSignedIn: [401, 'Sign in first'],
	unknownDevice: [401, 'This device is not known here'],
	notAllowed: [403, 'This person may not do that'],
	foreignOrigin: [403, 'The request comes from another site'],
	notFound: [404, 'There is nothing here'],
	methodNotAllowed: [405, 'This address does not take that method'],
	tooLarge: [413, 'The request is too large'],
	notJson: [415, 'The request must be application/json'],
	tooManyAttempts: [429, 'Too many attempts'],
	serverFault: [500, 'The server made a mistake'],
	noNumbersLeft: [503, 'All device numbers are given'],
	unavailable: [503, 'The server cannot answer now']
} as const satisfies Record<ProblemCode, readonly [number, string]>;

type Details = Pick<Problem, 'detail' | 'attemptsLeft' | 'retryAfterSeconds'>;

/** The answer to a request that cannot be served: `application/problem+json` (RFC 9457), never a stack trace. */
export function problem(code: ProblemCode, details: Details = {}): Response {
	const [status, title] = PROBLEMS[code];
	const body: Problem = { type: 'about:blank', title, status, code, ...details };
	const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
	if (details.retryAfterSeconds !== undefined) headers.set('retry-after', String(details.retryAfterSeconds));
	if (status === 401) headers.set('www-authenticate', code === 'unknownDevice' ? 'Device' : 'Session');
	return new Response(JSON.stringify(body), { status, headers });
}

/** The code that fits a bare HTTP status, for errors that the framework makes. */
export function problemCodeOf(status: number): ProblemCode {
	if (status >= 500) return 'serverFault';
	const found = Object.entries(PROBLEMS).find(([code, [its]]) => its === status && code !== 'wrongCredentials');
	return (found?.[0] as ProblemCode | undefined) ?? 'badRequest';
}

/** An answer with data that belongs to one person or device: never kept by a cache on the way. */
export const answer = (body: unknown, status = 200): Response =>
	Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
