import { parsePaperNumber } from '#lib/domain/number/paper-number.ts';
import { askClient } from '#lib/server/exchange/ask-client.ts';
import { refuseRequest } from '#lib/server/exchange/exchange-problem.ts';
import { registerView } from '#lib/server/exchange/register-view.ts';
import { answer } from '#lib/server/http/problem.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

/** One register, with the state of each paper in it. */
export const GET: RequestHandler = async ({ request, params: { number: typed }, locals: { db } }) => {
	const asked = await askClient(db, request);
	if (!asked.ok) return asked.response;
	const parsed = parsePaperNumber(typed);
	if (!parsed.ok || parsed.kind !== 9)
		return refuseRequest(
			'badRequest',
			'The number of a register has 16 digits and begins with 9: compare it with the sheet'
		);
	const { store } = await syncServerOf(db);
	const view = await registerView(db, store, asked.client.org, parsed.number);
	if (!view)
		return refuseRequest(
			'notFound',
			'No such register has come to your body: read on, or check the packets without it'
		);
	return answer(view);
};
