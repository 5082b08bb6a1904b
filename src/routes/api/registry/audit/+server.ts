import * as v from 'valibot';
import { OrgIdSchema, StaffIdSchema } from '#lib/domain/fact/ids.ts';
import { type AuditResponse } from '#lib/protocol/registry-messages.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { readQuery, Whole } from '#lib/server/http/read-query.ts';
import { managerOf, orgAsked, orgsSeen } from '#lib/server/registry/manager.ts';
import { auditOf } from '#lib/server/registry/registry-audit.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

const QuerySchema = v.object({
	org: v.optional(OrgIdSchema),
	type: v.optional(v.pipe(v.string(), v.maxLength(64))),
	actor: v.optional(StaffIdSchema),
	about: v.optional(StaffIdSchema),
	from: v.optional(Whole),
	to: v.optional(Whole),
	before: v.optional(Whole)
});

export const GET: RequestHandler = async ({ url, locals: { db, session } }) => {
	const manager = managerOf(session);
	if (!manager.ok) return manager.response;
	const read = readQuery(url, QuerySchema);
	if (!read.ok) return read.response;
	const { org, ...filter } = read.value;
	if (orgAsked(manager, org) === null) return problem('notAllowed');
	const { registry } = await syncServerOf(db);
	const orgs = org === undefined ? orgsSeen(manager, registry.current(), []) : [org];
	return answer(auditOf(registry.facts(), registry.current(), { ...filter, orgs }) satisfies AuditResponse);
};
