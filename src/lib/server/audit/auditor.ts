import { type OrgId, type Role } from '#lib/domain/fact/ids.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import { problem } from '../http/problem.ts';
import { type Session } from '../people/sessions.ts';
import { managerOf, orgAsked, orgsSeen } from '../registry/manager.ts';
import type { Database } from '../store/database.ts';
import { syncServerOf } from '../sync/sync-server.ts';

type Auditor =
	{ ok: true; org: OrgId; orgs: readonly OrgId[]; role: Role; registry: Registry } | { ok: false; response: Response };

/** Whoever reads the journal of an org, the own one if none is named; `orgs`: those whose people they know by name. */
export async function auditorOf(db: Database, session: Session | undefined, asked?: OrgId): Promise<Auditor> {
	const manager = managerOf(session, 'readJournal');
	if (!manager.ok) return manager;
	const org = orgAsked(manager, asked);
	if (org === null) return { ok: false, response: problem('notAllowed') };
	const registry = (await syncServerOf(db)).registry.current();
	return { ok: true, org, orgs: orgsSeen(manager, registry, []), role: manager.role, registry };
}
