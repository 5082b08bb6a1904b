import { rolesWith } from '#lib/domain/acts/rights.ts';
import { type OverviewReport } from '#lib/protocol/report-messages.ts';
import { answer } from '#lib/server/http/problem.ts';
import { askerAs } from '#lib/server/reports/asker.ts';
import { overviewReport } from '#lib/server/reports/overview-report.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { db, session } }) => {
	const now = Date.now();
	const server = await syncServerOf(db);
	const law = server.law();
	const asker = await askerAs(session, { roles: rolesWith('readOverview'), store: server.store, law, now });
	if (!asker.ok) return asker.response;
	const orgs = [...server.registry.current().orgs.values()].filter(({ kind }) => kind !== 'authority');
	const report = await overviewReport(
		await server.reports(),
		orgs.map(({ id }) => id),
		{ law, now }
	);
	return answer(report satisfies OverviewReport);
};
