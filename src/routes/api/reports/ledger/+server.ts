import { LedgerQuerySchema, type LedgerReport } from '$lib/protocol/report-messages';
import { answer } from '$lib/server/http/problem';
import { readQuery } from '$lib/server/http/read-query';
import { askerAs, LEDGER_READERS } from '$lib/server/reports/asker';
import { ledgerReport } from '$lib/server/reports/ledger-report';
import { syncServerOf } from '$lib/server/sync/sync-server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals: { db, session } }) => {
	const now = Date.now();
	const server = await syncServerOf(db);
	const asker = await askerAs(session, { roles: LEDGER_READERS, store: server.store, now });
	if (!asker.ok) return asker.response;
	const read = readQuery(url, LedgerQuerySchema);
	if (!read.ok) return read.response;
	const store = await server.reports();
	return answer((await ledgerReport(store, asker.org, { ...read.value, now })) satisfies LedgerReport);
};
