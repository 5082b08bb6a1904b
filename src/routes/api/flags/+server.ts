import { type FlaggedLaws } from '#lib/protocol/flag-messages.ts';
import { flaggedLaw } from '#lib/server/audit/flagged-law.ts';
import { answer } from '#lib/server/http/problem.ts';
import { managerOf, orgsSeen } from '#lib/server/registry/manager.ts';
import { syncServerOf } from '#lib/server/sync/sync-server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { db, session } }) => {
	const manager = managerOf(session, 'readFlaggedLaw');
	if (!manager.ok) return manager.response;
	const registry = (await syncServerOf(db)).registry.current();
	const told = await flaggedLaw(db, { registry, orgs: orgsSeen(manager, registry, []) });
	return answer({ ...told, serverTime: Date.now() } satisfies FlaggedLaws);
};
