import * as v from 'valibot';
import { OrgIdSchema } from '#lib/domain/fact/ids.ts';
import { type JournalPlace } from '#lib/protocol/journal-messages.ts';
import { auditorOf } from '#lib/server/audit/auditor.ts';
import { journalPlace } from '#lib/server/audit/journal-place.ts';
import { answer } from '#lib/server/http/problem.ts';
import { readQuery, Whole } from '#lib/server/http/read-query.ts';
import type { RequestHandler } from './$types';

const QuerySchema = v.object({
	org: v.optional(OrgIdSchema),
	journal: v.pipe(v.string(), v.regex(/^[A-Za-z0-9:_-]{4,64}$/)),
	seq: Whole,
	hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{16,64}$/))
});

export const GET: RequestHandler = async ({ url, locals: { db, session } }) => {
	const read = readQuery(url, QuerySchema);
	const auditor = await auditorOf(db, session, read.ok ? read.value.org : undefined);
	if (!auditor.ok) return auditor.response;
	if (!read.ok) return read.response;
	return answer((await journalPlace(db, auditor.org, read.value)) satisfies JournalPlace);
};
