import { version } from '$app/environment';
import { PROTOCOL_VERSION } from '#lib/protocol/sync-messages.ts';
import { answer } from '#lib/server/http/problem.ts';
import { readHealth } from '#lib/server/operation/health.ts';
import { settingsNow } from '#lib/server/settings/read-settings.ts';
import { schemaVersion } from '#lib/server/store/database.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

/**
 * Whether the server can work, and why not: 200 where it can, 503 where a load balancer had better ask another. Nothing here tells
 * about people or orgs.
 */
export const GET: RequestHandler = async ({ locals: { db } }) => {
	const { state, reasons } = await readHealth(db);
	const { kind: store } = settingsNow().database;
	const known = { ok: state === 'ok', state, reasons, version, protocol: PROTOCOL_VERSION, store };
	const response = answer(
		{ ...known, ...(reasons.includes('noAnswer') ? {} : await placeOf(db)) },
		state === 'failing' ? 503 : 200
	);
	response.headers.set('content-type', 'application/health+json');
	return response;
};

/** How far the store has come, which is asked of it only where it answers. */
async function placeOf(db: App.Locals['db']): Promise<{ schema: string; epoch: string; facts: number }> {
	const { epoch, store } = await syncServerOf(db);
	return { schema: await schemaVersion(db), epoch: epoch.current(), facts: await store.mark() };
}
