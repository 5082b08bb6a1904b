import { version } from '$app/environment';
import { PROTOCOL_VERSION } from '#lib/protocol/sync-messages.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { roomOf } from '#lib/server/store/room.ts';
import { schemaVersion } from '#lib/server/store/database.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

/** Whether the server can work: it reads its store for the answer. Nothing here tells about people or orgs. */
export const GET: RequestHandler = async ({ locals: { db } }) => {
	try {
		const { epoch, store } = await syncServerOf(db);
		const facts = await store.mark();
		const schema = await schemaVersion(db);
		const isFull = await roomOf(db).isFull();
		const health = {
			ok: !isFull,
			// Reading and printing go on; what devices send waits on them.
			state: isFull ? 'degraded' : 'ok',
			...(isFull && { why: 'noRoom' }),
			version,
			protocol: PROTOCOL_VERSION,
			store: 'sqlite',
			schema,
			epoch: epoch.current(),
			facts
		};
		const response = answer(health, isFull ? 507 : 200);
		response.headers.set('content-type', 'application/health+json');
		return response;
	} catch {
		return problem('unavailable', { detail: 'The store does not answer' });
	}
};
