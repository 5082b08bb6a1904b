import { SearchQuerySchema, type SearchReport } from '#lib/protocol/report-messages.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { readQuery } from '#lib/server/http/read-query.ts';
import { askerOf } from '#lib/server/reports/asker.ts';
import { searchReport } from '#lib/server/reports/search-report.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals: { db, session } }) => {
	const asker = askerOf(session);
	if (!asker.ok) return asker.response;
	const read = readQuery(url, SearchQuerySchema);
	if (!read.ok) return read.response;
	const store = await (await syncServerOf(db)).reports();
	const found = await searchReport(store, asker.org, { text: read.value.q, now: Date.now() });
	if (!found.ok) return problem('badRequest', { detail: 'Too little to search by' });
	return answer(found.report satisfies SearchReport);
};
