import { problem } from '$lib/server/http/problem';
import { syncServerOf } from '$lib/server/sync/sync-server';
import { wakeStream } from '$lib/server/sync/wake-hub';
import type { RequestHandler } from './$types';

/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 25_000;

/** "There is something for you", without saying what. An EventSource sends cookies only, so the session's org counts too. */
export const GET: RequestHandler = async ({ locals: { db, device, session } }) => {
	const org = device?.org ?? session?.person.org;
	if (org === undefined) return problem('notSignedIn');
	const { hub } = await syncServerOf(db);
	const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
	return new Response(wakeStream(hub, org, HEARTBEAT_MS), { headers });
};
