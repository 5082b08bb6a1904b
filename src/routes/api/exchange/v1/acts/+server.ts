import { ActRequestSchema } from '#lib/protocol/exchange-acts.ts';
import { answerOnce } from '#lib/server/exchange/answered-acts.ts';
import { askClient } from '#lib/server/exchange/ask-client.ts';
import { readCursor } from '#lib/server/exchange/cursor.ts';
import { problemResponse, refuseRequest } from '#lib/server/exchange/exchange-problem.ts';
import { performAct } from '#lib/server/exchange/perform-act.ts';
import { answer } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

/** The list of a whole cart. */
const LIMIT = { bytes: 512 * 1024, ms: 20_000, shape: { depth: 16, values: 20_000 } } as const;
const KEY = /^[\x21-\x7e]{1,200}$/;

/** One act in the name of one of the body's people, recorded once for each key. */
export const POST: RequestHandler = async ({ request, locals: { db } }) => {
	const asked = await askClient(db, request);
	if (!asked.ok) return asked.response;
	const { client } = asked;
	const key = request.headers.get('idempotency-key') ?? '';
	if (!KEY.test(key))
		return refuseRequest(
			'badRequest',
			'Send idempotency-key: 1 to 200 signs, another one for every act, the same one when asking again'
		);
	const read = await readJson(request, ActRequestSchema, LIMIT);
	if (!read.ok) return read.response;
	const after = read.value.after === undefined ? null : readCursor(read.value.after);
	if (read.value.after !== undefined && after === null)
		return refuseRequest('badRequest', 'after must be the cursor of a page of GET /facts, unchanged');
	const server = await syncServerOf(db);
	const at = Date.now();
	const performed = await answerOnce(db, { key, client: client.id, request: read.value, at }, (id) =>
		performAct(db, server, id, { client, request: read.value, after, at })
	);
	return performed.ok ? answer(performed.response) : problemResponse(performed.problem);
};
