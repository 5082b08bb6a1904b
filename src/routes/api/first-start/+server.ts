import { FirstStartRequestSchema } from '#lib/protocol/first-start-messages.ts';
import { problem } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { placeOf, sessionAnswer } from '#lib/server/people/session-answer.ts';
import { firstStart } from '#lib/server/registry/first-start.ts';
import { firstStartToken } from '#lib/server/settings/handed-over.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const read = await readJson(event.request, FirstStartRequestSchema);
	if (!read.ok) return read.response;
	const { registry, law } = await syncServerOf(event.locals.db);
	const place = placeOf(event);
	const expected = firstStartToken();
	const context = { expected, at: Date.now(), directory: law().directory, place };
	const result = await firstStart(event.locals.db, registry, read.value, context);
	if (result.ok) return sessionAnswer(event, place, result);
	switch (result.why) {
		case 'refused': {
			const { code, params } = result.refusal;
			return problem('refused', { refusal: { code, params } });
		}
		case 'noFirstStart':
		case 'otherLink':
			return problem('notAllowed');
		case 'wrong':
		case 'weak':
		case 'busy':
		case 'closed':
			return sessionAnswer(event, place, result);
	}
};
