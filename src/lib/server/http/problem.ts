import type { Problem, ProblemCode } from '#lib/protocol/problem.ts';

/** Status and English title of each code; people read the screens' own sentence, operators read this one. */
const PROBLEMS = {
	badRequest: [400, 'The request is not in its agreed form'],
	wrongCredentials: [401, 'Staff number or password is wrong'],
	notSignedIn: [401, 'Sign in first'],
	unknownDevice: [401, 'This device is not known here'],
	notAllowed: [403, 'This person may not do that'],
	foreignOrigin: [403, 'The request comes from another site'],
	wrongHost: [403, 'The proxy in front passes another host, port or protocol than the browser asked for: set ORIGIN'],
	notFound: [404, 'There is nothing here'],
	methodNotAllowed: [405, 'This address does not take that method'],
	tooSlow: [408, 'The request did not arrive in time'],
	tooLarge: [413, 'The request is too large'],
	addressTooLong: [414, 'The address is too long'],
	notJson: [415, 'The request must be application/json'],
	weakPassword: [422, 'The new password will not do'],
	refused: [422, 'The rules do not allow that now'],
	rangeNotSatisfiable: [416, 'The file has no such part'],
	headersTooLarge: [431, 'The headers are too large'],
	tooManyAttempts: [429, 'Too many attempts'],
	tooMany: [429, 'Too much at the same time, or too often'],
	serverFault: [500, 'The server made a mistake'],
	codeNeeded: [403, 'An administrator’s code is needed to enrol a device'],
	wrongCode: [422, 'The code opens nothing, or nothing any more'],
	codeOfOther: [403, 'The code is for a device of another org'],
	wrongProof: [422, 'The signature is not of this key over this request'],
	staleChallenge: [422, 'The challenge is not the latest one, was used, or has ended'],
	noNumbersLeft: [503, 'All device numbers are given'],
	unavailable: [503, 'The server cannot answer now'],
	noRoom: [507, 'The disk of the server is full: nothing was taken, nothing is lost']
} as const satisfies Record<ProblemCode, readonly [number, string]>;

export type ProblemDetails = Pick<
	Problem,
	'detail' | 'instance' | 'attemptsLeft' | 'retryAfterSeconds' | 'weakness' | 'refusal'
>;
type Parts = { status: number; headers: Record<string, string>; body: string };

/** What goes over the wire of the answer to a request that cannot be served: RFC 9457, never a stack trace. */
export function problemParts(code: ProblemCode, details: ProblemDetails = {}): Parts {
	const [status, title] = PROBLEMS[code];
	const body: Problem = { type: 'about:blank', title, status, code, ...details };
	const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
	if (details.retryAfterSeconds !== undefined) headers['retry-after'] = String(details.retryAfterSeconds);
	if (status === 401) headers['www-authenticate'] = code === 'unknownDevice' ? 'Device' : 'Session';
	return { status, headers, body: JSON.stringify(body) };
}

/** The same as the answer of an endpoint. */
export function problem(code: ProblemCode, details: ProblemDetails = {}): Response {
	const { status, headers, body } = problemParts(code, details);
	return new Response(body, { status, headers });
}

/** A mistake of ours; `fault` is its number in the log. */
export const faultProblem = (fault: string): Response => problem('serverFault', { instance: `urn:uuid:${fault}` });

/** The code that fits a bare HTTP status, for errors that the framework makes. */
export function problemCodeOf(status: number): ProblemCode {
	if (status >= 500) return 'serverFault';
	const found = Object.entries(PROBLEMS).find(([code, [its]]) => its === status && code !== 'wrongCredentials');
	return (found?.[0] as ProblemCode | undefined) ?? 'badRequest';
}

/** An answer with data that belongs to one person or device: never kept by a cache on the way. */
export const answer = (body: unknown, status = 200): Response =>
	Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
