import { type SessionResponse, SignInRequestSchema } from '$lib/protocol/session-messages';
import { answer, problem } from '$lib/server/http/problem';
import { readJson } from '$lib/server/http/read-json';
import { closeSession, SESSION_COOKIE, SESSION_MS } from '$lib/server/people/sessions';
import { signIn } from '$lib/server/people/sign-in';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
	locals.session ? answer(locals.session satisfies SessionResponse) : problem('notSignedIn');

export const POST: RequestHandler = async ({ request, locals, cookies, url, getClientAddress }) => {
	const read = await readJson(request, SignInRequestSchema);
	if (!read.ok) return read.response;
	const result = await signIn(locals.db, read.value, { at: Date.now(), address: getClientAddress() });
	if (!result.ok && result.why === 'wrong') {
		return problem('wrongCredentials', { attemptsLeft: result.attemptsLeft });
	}
	if (!result.ok) {
		return problem('tooManyAttempts', { attemptsLeft: 0, retryAfterSeconds: Math.ceil(result.retryAfterMs / 1000) });
	}
	// A colleague signs in at the same window: the session before ends, it is not left behind.
	const before = cookies.get(SESSION_COOKIE);
	if (before !== undefined) await closeSession(locals.db, before);
	cookies.set(SESSION_COOKIE, result.token, {
		path: '/',
		httpOnly: true,
		sameSite: 'strict',
		secure: url.protocol === 'https:',
		maxAge: SESSION_MS / 1000
	});
	return answer(result.session satisfies SessionResponse);
};

export const DELETE: RequestHandler = async ({ locals, cookies, url }) => {
	const token = cookies.get(SESSION_COOKIE);
	if (token !== undefined) await closeSession(locals.db, token);
	cookies.delete(SESSION_COOKIE, { path: '/', secure: url.protocol === 'https:' });
	return new Response(null, { status: 204 });
};
