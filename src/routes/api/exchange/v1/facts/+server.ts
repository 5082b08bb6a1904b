import { askClient } from '#lib/server/exchange/ask-client.ts';
import { readCursor } from '#lib/server/exchange/cursor.ts';
import { refuseRequest } from '#lib/server/exchange/exchange-problem.ts';
import { factPage, MOST_FACTS } from '#lib/server/exchange/fact-page.ts';
import { answer } from '#lib/server/http/problem.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

/** The org's stream after a cursor, page by page. */
export const GET: RequestHandler = async ({ request, url, locals: { db } }) => {
	const asked = await askClient(db, request);
	if (!asked.ok) return asked.response;
	const text = url.searchParams.get('after');
	const after = text === null ? null : readCursor(text);
	if (text !== null && after === null)
		return refuseRequest(
			'badRequest',
			'after must be the cursor of an earlier page, unchanged; without it reading begins anew'
		);
	const asksFor = url.searchParams.get('limit') ?? String(MOST_FACTS);
	const limit = /^\d{1,4}$/.test(asksFor) ? Number(asksFor) : 0;
	if (limit < 1 || limit > MOST_FACTS)
		return refuseRequest('badRequest', `limit must be a whole number from 1 to ${MOST_FACTS}`);
	const { store, epoch } = await syncServerOf(db);
	return answer(await factPage(store, { org: asked.client.org, after, limit, epoch: epoch.current() }));
};
