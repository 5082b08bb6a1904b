import { readContext } from '#lib/server/devices/read-context.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	const { session, device } = locals;
	if (device?.isRevoked) return problem('notAllowed');
	if (!session && device?.withheld) return problem('notAllowed');
	const org = session?.person.org ?? device?.org;
	if (org === undefined) return problem('notSignedIn');
	const { law, contexts } = await syncServerOf(locals.db);
	const context = await readContext(locals.db, org, { at: Date.now(), law: law() });
	await contexts.answered(org, context.version);
	return answer(context);
};
