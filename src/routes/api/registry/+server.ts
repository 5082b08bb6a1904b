import * as v from 'valibot';
import { type OrgId, OrgIdSchema } from '#lib/domain/fact/ids.ts';
import { RegistryRequestSchema, type RegistryResponse, type RegistryView } from '#lib/protocol/registry-messages.ts';
import { faultIn } from '#lib/server/audit/told-verifications.ts';
import { verificationsOf } from '#lib/server/audit/verifications-of.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { readQuery } from '#lib/server/http/read-query.ts';
import { managerOf, orgAsked, orgsSeen } from '#lib/server/registry/manager.ts';
import { proveSecond } from '#lib/server/people/prove-second.ts';
import { placeOf, refusedSignIn } from '#lib/server/people/session-answer.ts';
import { LIST_OF_PEOPLE, recordInRegistry } from '#lib/server/registry/record-in-registry.ts';
import { registryView } from '#lib/server/registry/registry-view.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

const QuerySchema = v.object({ org: v.optional(OrgIdSchema) });

export const GET: RequestHandler = async ({ url, locals: { db, session } }) => {
	const manager = managerOf(session);
	if (!manager.ok) return manager.response;
	const read = readQuery(url, QuerySchema);
	if (!read.ok) return read.response;
	const org = orgAsked(manager, read.value.org);
	if (org === null) return problem('notAllowed');
	const server = await syncServerOf(db);
	const [registry, law] = [server.registry.current(), server.law()];
	const all = [law.directory.authority, ...law.directory.centers, ...law.directory.bodies].map(({ id }) => id as OrgId);
	const orgs = orgsSeen(manager, registry, all);
	const view = await registryView(db, { registry, law }, { org, orgs, at: Date.now() });
	const fault = manager.role === 'authorityAdmin' ? faultIn(await (await verificationsOf(db)).last()) : null;
	return answer({ ...view, ...(fault ? { fault } : {}) } satisfies RegistryView);
};

export const POST: RequestHandler = async (event) => {
	const { request, locals } = event;
	const { db, session } = locals;
	if (!session) return problem('notSignedIn');
	const read = await readJson(request, RegistryRequestSchema, LIST_OF_PEOPLE);
	if (!read.ok) return read.response;
	if (!session.person.roles.includes(read.value.as)) return problem('notAllowed');
	const at = Date.now();
	const second = read.value.second && (await proveSecond(db, read.value.second, { at, ...placeOf(event) }));
	if (second && !second.ok) return refusedSignIn(second);
	const { registry, secret } = await syncServerOf(db);
	const context = { at, secret, ...(second ? { second: second.staff } : {}) };
	const recorded = await recordInRegistry(db, registry, read.value, session.person, context);
	return answer(recorded satisfies RegistryResponse);
};
