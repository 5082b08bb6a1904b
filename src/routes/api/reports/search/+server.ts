import { SearchRequestSchema, type SearchReport } from '#lib/protocol/report-messages.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { askerOf } from '#lib/server/reports/asker.ts';
import { searchReport } from '#lib/server/reports/search-report.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals: { db, session } }) => {
	const asker = askerOf(session);
	if (!asker.ok) return asker.response;
	const read = await readJson(request, SearchRequestSchema);
	if (!read.ok) return read.response;
	const store = await (await syncServerOf(db)).reports();
	const found = await searchReport(store, asker.org, { text: read.value.q, now: Date.now() });
	if (!found.ok) return problem('badRequest', { detail: 'Too little to search by' });
	return answer(found.report satisfies SearchReport);
};
