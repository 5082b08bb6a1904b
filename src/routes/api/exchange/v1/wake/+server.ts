import { askClient } from '#lib/server/exchange/ask-client.ts';
import { refuseRequest } from '#lib/server/exchange/exchange-problem.ts';
import { createShares } from '#lib/server/http/shares.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import { wakeStream } from '#lib/server/sync/wake-hub.ts';
import type { RequestHandler } from './$types';

/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 25_000;
/** A system needs one, and another while it starts anew. */
const MOST = { client: 4, all: 500 } as const;
const RETRY_SECONDS = 60;
const streams = createShares();

/** "There is something for you", without saying what: then `GET /facts` tells. */
export const GET: RequestHandler = async ({ request, locals: { db } }) => {
	const asked = await askClient(db, request);
	if (!asked.ok) return asked.response;
	const { id, org } = asked.client;
	const { hub } = await syncServerOf(db);
	const release = streams.take([
		[id, MOST.client],
		['all', MOST.all]
	]);
	if (!release)
		return refuseRequest('tooMany', `At most ${MOST.client} streams for a client: close one`, {
			retryAfterSeconds: RETRY_SECONDS
		});
	const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
	return new Response(wakeStream(hub, org, HEARTBEAT_MS, release), { headers });
};
