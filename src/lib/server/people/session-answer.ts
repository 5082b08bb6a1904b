import type { RequestEvent } from '@sveltejs/kit';
import type { SessionResponse } from '#lib/protocol/session-messages.ts';
import { enrollingRole } from '../devices/enrol-device.ts';
import { answer, problem } from '../http/problem.ts';
import { makeToken } from '../http/secret-token.ts';
import { keepSessionToken, sessionTokens } from '../http/session-cookie.ts';
import { settingsNow } from '../settings/read-settings.ts';
import { syncServerOf } from '../sync/sync-server.ts';
import { sessionKeyOf } from './badges.ts';
import { type Place, PLACE_COOKIE } from './known-places.ts';
import { closeSession, type Session, SESSION_MS } from './sessions.ts';
import type { WeakPassword } from './set-password.ts';
import type { SignIn } from './sign-in.ts';

const A_YEAR_S = 365 * 24 * 60 * 60;

type Event = Pick<RequestEvent, 'cookies' | 'url' | 'locals'>;

/** Where somebody asks to be let in; a browser that nobody has signed in with gets its token from `sessionAnswer`. */
export const placeOf = ({ cookies, getClientAddress }: Pick<RequestEvent, 'cookies' | 'getClientAddress'>) => ({
	address: getClientAddress(),
	token: cookies.get(PLACE_COOKIE) ?? makeToken()
});

/** The answer to whoever asked to be let in: cookies of a new session and of a known browser, or why not. */
export async function sessionAnswer(event: Event, { token }: Place, result: SignIn | WeakPassword): Promise<Response> {
	if (!result.ok) return refusedSignIn(result);
	const { cookies, url, locals } = event;
	// A colleague signs in at the same window: the session before ends, it is not left behind.
	for (const before of sessionTokens(cookies)) await closeSession(locals.db, before);
	keepSessionToken(cookies, url, result.token, SESSION_MS / 1000);
	const kept = { path: '/', httpOnly: true, sameSite: 'strict', secure: url.protocol === 'https:' } as const;
	if (token !== undefined) cookies.set(PLACE_COOKIE, token, { ...kept, maxAge: A_YEAR_S });
	const { session } = result;
	locals.session = session;
	const { secret } = await syncServerOf(locals.db);
	const key = await sessionKeyOf(locals.db, secret, session.person.id);
	return answer({ ...session, mayEnrol: mayEnrol(session), ...(key ? { key } : {}) } satisfies SessionResponse);
}

/** Whether somebody may enrol a device without an administrator's code. */
export const mayEnrol = ({ person }: Pick<Session, 'person'>): boolean =>
	settingsNow().demo !== 'off' || enrollingRole(person) !== undefined;

/** Why somebody was not let in, as an answer. */
export function refusedSignIn(result: Exclude<SignIn | WeakPassword, { ok: true }>): Response {
	switch (result.why) {
		case 'wrong':
			return problem('wrongCredentials', { attemptsLeft: result.attemptsLeft });
		case 'weak':
			return problem('weakPassword', { weakness: result.refusal });
		case 'busy':
			return problem('tooMany', { retryAfterSeconds: seconds(result.retryAfterMs) });
		case 'closed':
			return problem('tooManyAttempts', { attemptsLeft: 0, retryAfterSeconds: seconds(result.retryAfterMs) });
	}
}

const seconds = (ms: number): number => Math.ceil(ms / 1000);
