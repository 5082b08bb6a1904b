import * as v from 'valibot';
import { FactIdSchema, OrgIdSchema } from '#lib/domain/fact/ids.ts';
import { type JournalFact } from '#lib/protocol/journal-messages.ts';
import { auditorOf } from '#lib/server/audit/auditor.ts';
import { journalFact } from '#lib/server/audit/journal-fact.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { readQuery } from '#lib/server/http/read-query.ts';
import type { RequestHandler } from './$types';

const QuerySchema = v.object({ org: v.optional(OrgIdSchema), id: FactIdSchema });

export const GET: RequestHandler = async ({ url, locals: { db, session } }) => {
	const read = readQuery(url, QuerySchema);
	const auditor = await auditorOf(db, session, read.ok ? read.value.org : undefined);
	if (!auditor.ok) return auditor.response;
	if (!read.ok) return read.response;
	const found = await journalFact(db, auditor.org, read.value.id, auditor);
	return found ? answer(found satisfies JournalFact) : problem('notFound');
};
