import { PasswordChangeSchema } from '#lib/protocol/session-messages.ts';
import { problem } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { changePassword } from '#lib/server/people/change-password.ts';
import { placeOf, sessionAnswer } from '#lib/server/people/session-answer.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async (event) => {
	const { db, session } = event.locals;
	if (!session) return problem('notSignedIn');
	const read = await readJson(event.request, PasswordChangeSchema);
	if (!read.ok) return read.response;
	const { law, peopleChanged } = await syncServerOf(db);
	const { directory } = law();
	const place = placeOf(event);
	const result = await changePassword(db, session.person.id, read.value, { at: Date.now(), directory, ...place });
	if (result.ok) peopleChanged(session.person.org);
	return sessionAnswer(event, place, result);
};
