import { version } from '$app/environment';
import { PROTOCOL_VERSION } from '$lib/protocol/sync-messages';
import { answer, problem } from '$lib/server/http/problem';
import { schemaVersion } from '$lib/server/store/database';
import { syncServerOf } from '$lib/server/sync/sync-server';
import type { RequestHandler } from './$types';

/** Whether the server can work: it reads its store for the answer. Nothing here tells about people or orgs. */
export const GET: RequestHandler = async ({ locals: { db } }) => {
	try {
		const { epoch, store } = await syncServerOf(db);
		const facts = await store.mark();
		const schema = await schemaVersion(db);
		return answer({
			ok: true,
			version,
			protocol: PROTOCOL_VERSION,
			store: 'sqlite',
			schema,
			epoch: epoch.current(),
			facts
		});
	} catch {
		return problem('unavailable', { detail: 'The store does not answer' });
	}
};
