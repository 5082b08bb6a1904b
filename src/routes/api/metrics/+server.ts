import { problem } from '#lib/server/http/problem.ts';
import { settingsNow } from '#lib/server/settings/read-settings.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

/**
 * Counts for Prometheus, no names. From this machine only, or with the token that `METRICS_TOKEN` sets. What a proxy in front hands on
 * is not from this machine, although its address says so.
 */
export const GET: RequestHandler = async ({ request, locals: { db }, getClientAddress }) => {
	const token = settingsNow().metricsToken;
	const isHandedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => request.headers.has(name));
	const isLocal = !isHandedOn && /^(?:::1$|127\.|::ffff:127\.)/.test(getClientAddress());
	const isKnown = token ? request.headers.get('authorization') === `Bearer ${token}` : isLocal;
	if (!isKnown) return problem('notAllowed');
	const { metrics, store } = await syncServerOf(db);
	metrics.quarantined.set(await store.countQuarantined());
	return new Response(await metrics.registry.metrics(), { headers: { 'content-type': metrics.registry.contentType } });
};
