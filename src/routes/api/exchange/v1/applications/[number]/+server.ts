import { parsePaperNumber } from '#lib/domain/number/paper-number.ts';
import { applicationView } from '#lib/server/exchange/application-view.ts';
import { askClient } from '#lib/server/exchange/ask-client.ts';
import { refuseRequest } from '#lib/server/exchange/exchange-problem.ts';
import { ownStories } from '#lib/server/exchange/own-stories.ts';
import { answer } from '#lib/server/http/problem.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

/** One application, with its facts. */
export const GET: RequestHandler = async ({ request, params: { number: typed }, locals: { db } }) => {
	const asked = await askClient(db, request);
	if (!asked.ok) return asked.response;
	const parsed = parsePaperNumber(typed);
	if (!parsed.ok || parsed.kind !== 1)
		return refuseRequest(
			'badRequest',
			'The number of an application has 16 digits and begins with 1: compare it with the label of the packet'
		);
	const { store, law } = await syncServerOf(db);
	const story = (await ownStories(store, asked.client.org, [parsed.number])).get(parsed.number)!;
	if (story.length === 0)
		return refuseRequest('notFound', 'Nothing of this application has come to your body: read on, or ask the Center');
	return answer(applicationView(parsed.number, story, law()));
};
