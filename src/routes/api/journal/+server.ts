import * as v from 'valibot';
import { OrgIdSchema, StaffIdSchema } from '#lib/domain/fact/ids.ts';
import { type JournalPage } from '#lib/protocol/journal-messages.ts';
import { journalPage } from '#lib/server/audit/journal-page.ts';
import { auditorOf } from '#lib/server/audit/auditor.ts';
import { answer } from '#lib/server/http/problem.ts';
import { readQuery, Whole } from '#lib/server/http/read-query.ts';
import type { RequestHandler } from './$types';

const QuerySchema = v.object({
	org: v.optional(OrgIdSchema),
	type: v.optional(v.pipe(v.string(), v.maxLength(64))),
	actor: v.optional(StaffIdSchema),
	device: v.optional(Whole),
	application: v.optional(v.pipe(v.string(), v.regex(/^\d{16}$/))),
	from: v.optional(Whole),
	to: v.optional(Whole),
	before: v.optional(Whole)
});

export const GET: RequestHandler = async ({ url, locals: { db, session } }) => {
	const read = readQuery(url, QuerySchema);
	const auditor = await auditorOf(db, session, read.ok ? read.value.org : undefined);
	if (!auditor.ok) return auditor.response;
	if (!read.ok) return read.response;
	const { org: _, ...filter } = read.value;
	return answer((await journalPage(db, auditor.org, filter, auditor)) satisfies JournalPage);
};
