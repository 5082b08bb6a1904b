import { type SessionResponse, SignInRequestSchema } from '#lib/protocol/session-messages.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { makeToken } from '#lib/server/http/secret-token.ts';
import { PLACE_COOKIE } from '#lib/server/people/known-places.ts';
import { closeSession, SESSION_COOKIE, SESSION_MS } from '#lib/server/people/sessions.ts';
import { type SignIn, signIn } from '#lib/server/people/sign-in.ts';
import type { RequestHandler } from './$types';

const A_YEAR_S = 365 * 24 * 60 * 60;

export const GET: RequestHandler = ({ locals }) =>
	locals.session ? answer(locals.session satisfies SessionResponse) : problem('notSignedIn');

export const POST: RequestHandler = async ({ request, locals, cookies, url, getClientAddress }) => {
	const read = await readJson(request, SignInRequestSchema);
	if (!read.ok) return read.response;
	const at = Date.now();
	const token = cookies.get(PLACE_COOKIE) ?? makeToken();
	const result = await signIn(locals.db, read.value, { at, address: getClientAddress(), token });
	if (!result.ok) return refusal(result);
	// A colleague signs in at the same window: the session before ends, it is not left behind.
	const before = cookies.get(SESSION_COOKIE);
	if (before !== undefined) await closeSession(locals.db, before);
	const kept = { path: '/', httpOnly: true, sameSite: 'strict', secure: url.protocol === 'https:' } as const;
	cookies.set(SESSION_COOKIE, result.token, { ...kept, maxAge: SESSION_MS / 1000 });
	cookies.set(PLACE_COOKIE, token, { ...kept, maxAge: A_YEAR_S });
	return answer(result.session satisfies SessionResponse);
};

function refusal(result: Extract<SignIn, { ok: false }>): Response {
	if (result.why === 'wrong') return problem('wrongCredentials', { attemptsLeft: result.attemptsLeft });
	const retryAfterSeconds = Math.ceil(result.retryAfterMs / 1000);
	if (result.why === 'busy') return problem('tooMany', { retryAfterSeconds });
	return problem('tooManyAttempts', { attemptsLeft: 0, retryAfterSeconds });
}

export const DELETE: RequestHandler = async ({ locals, cookies, url }) => {
	const token = cookies.get(SESSION_COOKIE);
	if (token !== undefined) await closeSession(locals.db, token);
	cookies.delete(SESSION_COOKIE, { path: '/', secure: url.protocol === 'https:' });
	return new Response(null, { status: 204 });
};
