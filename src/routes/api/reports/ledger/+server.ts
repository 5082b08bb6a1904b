import { LedgerQuerySchema, type LedgerReport } from '#lib/protocol/report-messages.ts';
import { answer } from '#lib/server/http/problem.ts';
import { readQuery } from '#lib/server/http/read-query.ts';
import { rolesWith } from '#lib/domain/acts/rights.ts';
import { askerAs } from '#lib/server/reports/asker.ts';
import { ledgerReport } from '#lib/server/reports/ledger-report.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals: { db, session } }) => {
	const now = Date.now();
	const server = await syncServerOf(db);
	const asker = await askerAs(session, { roles: rolesWith('readLedger'), store: server.store, law: server.law(), now });
	if (!asker.ok) return asker.response;
	const read = readQuery(url, LedgerQuerySchema);
	if (!read.ok) return read.response;
	const store = await server.reports();
	return answer((await ledgerReport(store, asker.org, { ...read.value, now })) satisfies LedgerReport);
};
