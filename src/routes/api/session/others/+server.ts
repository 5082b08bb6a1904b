import type { OtherSessions } from '#lib/protocol/session-messages.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { sessionTokens } from '#lib/server/http/session-cookie.ts';
import { endSessions, otherSessions } from '#lib/server/people/sessions.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { db, session }, cookies }) => {
	if (!session) return problem('notSignedIn');
	const person = session.person.id;
	const since = await otherSessions(db, person, sessionTokens(cookies), Date.now());
	return answer({ person, since } satisfies OtherSessions);
};

/** Ends them; this browser goes on. */
export const DELETE: RequestHandler = async ({ locals: { db, session }, cookies }) => {
	if (!session) return problem('notSignedIn');
	await endSessions(db, session.person.id, sessionTokens(cookies));
	return new Response(null, { status: 204 });
};
