import { CodeRequestSchema } from '#lib/protocol/session-messages.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { placeOf, sessionAnswer } from '#lib/server/people/session-answer.ts';
import { signInByCode } from '#lib/server/people/sign-in-by-code.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const read = await readJson(event.request, CodeRequestSchema);
	if (!read.ok) return read.response;
	const { law, peopleChanged } = await syncServerOf(event.locals.db);
	const { directory } = law();
	const place = placeOf(event);
	const result = await signInByCode(event.locals.db, read.value, { at: Date.now(), directory, ...place });
	if (result.ok) peopleChanged(result.session.person.org);
	return sessionAnswer(event, place, result);
};
