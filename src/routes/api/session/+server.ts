import { type SessionResponse, SignInRequestSchema } from '#lib/protocol/session-messages.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { dropSessionTokens, sessionTokens } from '#lib/server/http/session-cookie.ts';
import { mayEnrol, placeOf, sessionAnswer } from '#lib/server/people/session-answer.ts';
import { closeSession } from '#lib/server/people/sessions.ts';
import { signIn } from '#lib/server/people/sign-in.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
	locals.session
		? answer({ ...locals.session, mayEnrol: mayEnrol(locals.session) } satisfies SessionResponse)
		: problem('notSignedIn');

export const POST: RequestHandler = async (event) => {
	const read = await readJson(event.request, SignInRequestSchema);
	if (!read.ok) return read.response;
	const place = placeOf(event);
	return sessionAnswer(event, place, await signIn(event.locals.db, read.value, { at: Date.now(), ...place }));
};

export const DELETE: RequestHandler = async ({ locals, cookies, url }) => {
	for (const token of sessionTokens(cookies)) await closeSession(locals.db, token);
	dropSessionTokens(cookies, url);
	return new Response(null, { status: 204 });
};
