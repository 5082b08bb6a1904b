import { createHash, timingSafeEqual } from 'node:crypto';
import { problem } from '#lib/server/http/problem.ts';
import { operationMetricsOf } from '#lib/server/operation/operation-metrics.ts';
import { settingsNow } from '#lib/server/settings/read-settings.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

/**
 * Counts for Prometheus, no names. From this machine only, or with the token that `METRICS_TOKEN` sets. What a proxy in front hands on
 * is not from this machine, although its address says so.
 */
export const GET: RequestHandler = async ({ request, locals: { db }, getClientAddress }) => {
	const { metricsToken: token, dataDir } = settingsNow();
	const isHandedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => request.headers.has(name));
	const isLocal = !isHandedOn && /^(?:::1$|127\.|::ffff:127\.)/.test(getClientAddress());
	const isKnown = token === undefined ? isLocal : isToken(request.headers.get('authorization'), token);
	if (!isKnown) return problem('notAllowed');
	const { metrics, store } = await syncServerOf(db);
	metrics.quarantined.set(await store.countQuarantined());
	await operationMetricsOf(db, metrics.registry, dataDir)();
	return new Response(await metrics.registry.metrics(), { headers: { 'content-type': metrics.registry.contentType } });
};

/** In a time that does not tell how much of it was right. */
function isToken(shown: string | null, token: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(shown ?? ''), digest(`Bearer ${token}`));
}
