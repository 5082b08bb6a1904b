import * as v from 'valibot';
import { mayByRole } from '#lib/domain/acts/rights.ts';
import { OrgIdSchema } from '#lib/domain/fact/ids.ts';
import {
	ExchangeClientRequestSchema,
	type ExchangeClients,
	ExchangeRevocationSchema
} from '#lib/protocol/exchange-clients.ts';
import { clientsOf, entryOf, findClient } from '#lib/server/exchange/clients.ts';
import { registerClient, revokeClient } from '#lib/server/exchange/register-client.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { readJson } from '#lib/server/http/read-json.ts';
import { readQuery } from '#lib/server/http/read-query.ts';
import { managerOf, orgAsked } from '#lib/server/registry/manager.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

const QuerySchema = v.object({ org: v.optional(OrgIdSchema) });
/** What a person who has had too many new numbers within the hour waits. */
const RETRY_SECONDS = 3600;

/** The systems of a body that work through the exchange interface. */
export const GET: RequestHandler = async ({ url, locals: { db, session } }) => {
	const manager = managerOf(session);
	if (!manager.ok) return manager.response;
	const read = readQuery(url, QuerySchema);
	if (!read.ok) return read.response;
	const org = orgAsked(manager, read.value.org);
	if (org === null) return problem('notAllowed');
	return answer({ clients: (await clientsOf(db, org)).map(entryOf) } satisfies ExchangeClients);
};

export const POST: RequestHandler = async ({ request, locals: { db, session } }) => {
	if (!session) return problem('notSignedIn');
	const read = await readJson(request, ExchangeClientRequestSchema);
	if (!read.ok) return read.response;
	const { as: role, ...asked } = read.value;
	const { id: actor, org, roles } = session.person;
	if (!roles.includes(role)) return problem('notAllowed');
	const server = await syncServerOf(db);
	const made = await registerClient(db, server, asked, { actor, role, org }, Date.now());
	if (made.ok) return answer({ client: entryOf(made.client) });
	switch (made.why) {
		case 'refused':
			return problem('refused', { refusal: made.refusal });
		case 'wrong':
			return problem('badRequest', { detail: made.sentence });
		case 'tooMany':
			return problem('tooMany', { retryAfterSeconds: RETRY_SECONDS });
		case 'noNumbersLeft':
			return problem('noNumbersLeft');
	}
};

export const DELETE: RequestHandler = async ({ request, locals: { db, session } }) => {
	if (!session) return problem('notSignedIn');
	const read = await readJson(request, ExchangeRevocationSchema);
	if (!read.ok) return read.response;
	const { as: role, client: id, reason } = read.value;
	const { id: actor, org, roles } = session.person;
	if (!roles.includes(role)) return problem('notAllowed');
	if (!mayByRole('revokeDevice', role)) return problem('notAllowed');
	const client = await findClient(db, id);
	if (!client) return problem('refused', { refusal: { code: 'deviceUnknown', params: {} } });
	const { registry } = await syncServerOf(db);
	const refusal = await revokeClient(db, registry, { client, reason }, { actor, role, org });
	if (refusal) return problem('refused', { refusal: { code: refusal.code, params: refusal.params } });
	return answer({ client: entryOf((await findClient(db, id))!) });
};
