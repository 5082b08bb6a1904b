import { problem } from '#lib/server/http/problem.ts';
import { createShares } from '#lib/server/http/shares.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import { wakeStream } from '#lib/server/sync/wake-hub.ts';
import type { RequestHandler } from './$types';

/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 25_000;

/** A browser has one stream for all its tabs; a person works at few PCs, and a whole Center may have one address. All: each takes 37 kB. */
const MOST = { person: 12, address: 400, all: 6000 } as const;
/** When a stream that was left behind is noticed to be dead. */
const RETRY_SECONDS = 60;
const streams = createShares();

/** "There is something for you", without saying what. An EventSource sends cookies only, so the session's org counts too. */
export const GET: RequestHandler = async ({ locals: { db, device, session }, getClientAddress }) => {
	if (device?.isRevoked || device?.withheld) return problem('notAllowed');
	const org = device?.org ?? session?.person.org;
	if (org === undefined) return problem('notSignedIn');
	const { hub } = await syncServerOf(db);
	const release = streams.take([
		[`person ${device?.id ?? session?.person.id}`, MOST.person],
		[`address ${getClientAddress()}`, MOST.address],
		['all', MOST.all]
	]);
	if (!release) {
		return problem('tooMany', { detail: 'So many streams are open already', retryAfterSeconds: RETRY_SECONDS });
	}
	const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
	return new Response(wakeStream(hub, org, HEARTBEAT_MS, release), { headers });
};
