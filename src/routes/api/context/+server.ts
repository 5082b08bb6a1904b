import { readContext } from '#lib/server/devices/read-context.ts';
import { answer, problem } from '#lib/server/http/problem.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	if (locals.device?.isRevoked) return problem('notAllowed');
	const org = locals.session?.person.org ?? locals.device?.org;
	if (org === undefined) return problem('notSignedIn');
	const { law, contexts } = await syncServerOf(locals.db);
	const context = await readContext(locals.db, org, { at: Date.now(), law: law() });
	await contexts.answered(org, context.version);
	return answer(context);
};
