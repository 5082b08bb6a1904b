import { PinRequestSchema } from '#lib/protocol/session-messages.ts';
import { problem } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { sessionTokens } from '#lib/server/http/session-cookie.ts';
import { rewrapBadge } from '#lib/server/people/badges.ts';
import { setPin } from '#lib/server/people/person.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import { endSessions, isFresh } from '#lib/server/people/sessions.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async ({ request, locals, cookies }) => {
	const { db, session } = locals;
	if (!session) return problem('notSignedIn');
	const read = await readJson(request, PinRequestSchema);
	if (!read.ok) return read.response;
	const { person, verifier, stretched } = read.value;
	if (person !== undefined && person !== session.person.id) return problem('notSignedIn');
	// Whoever finds a browser unlocked would else choose a PIN for the person who has left it.
	if (!isFresh(session, Date.now())) return problem('notSignedIn');
	const { peopleChanged, secret } = await syncServerOf(db);
	await setPin(db, session.person.id, verifier);
	await rewrapBadge(db, secret, session.person.id, stretched);
	peopleChanged(session.person.org);
	await endSessions(db, session.person.id, sessionTokens(cookies));
	return new Response(null, { status: 204 });
};
