import { ControlQuerySchema, type ControlReport } from '#lib/protocol/report-messages.ts';
import { answer } from '#lib/server/http/problem.ts';
import { readQuery } from '#lib/server/http/read-query.ts';
import { rolesWith } from '#lib/domain/acts/rights.ts';
import { askerAs } from '#lib/server/reports/asker.ts';
import { controlReport } from '#lib/server/reports/control-report.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals: { db, session } }) => {
	const now = Date.now();
	const server = await syncServerOf(db);
	const asker = await askerAs(session, {
		roles: rolesWith('readControl'),
		store: server.store,
		law: server.law(),
		now
	});
	if (!asker.ok) return asker.response;
	const read = readQuery(url, ControlQuerySchema);
	if (!read.ok) return read.response;
	const store = await server.reports();
	return answer(
		(await controlReport(store, asker.org, { ...read.value, law: server.law(), now })) satisfies ControlReport
	);
};
