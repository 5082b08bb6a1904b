import { type ActByRole, mayByRole } from '#lib/domain/acts/rights.ts';
import { type OrgId, type Role } from '#lib/domain/fact/ids.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import { reaches } from '#lib/domain/registry/registry-ground.ts';
import { problem } from '../http/problem.ts';
import { type Session } from '../people/sessions.ts';

type Manager = { ok: true; role: Role; own: OrgId } | { ok: false; response: Response };

/** Whoever may read the registry (or do the act), and the role that reaches furthest; everybody else is refused. */
export function managerOf(session: Session | undefined, act: ActByRole = 'readRegistry'): Manager {
	if (!session) return { ok: false, response: problem('notSignedIn') };
	const { roles, org } = session.person;
	const reading = roles.filter((role) => mayByRole(act, role));
	const role = reading.find((each) => each === 'authorityAdmin') ?? reading[0];
	return role ? { ok: true, role, own: org } : { ok: false, response: problem('notAllowed') };
}

/** The org that is asked about, if the manager may see it: the own one, or any that the authority is above. */
export const orgAsked = ({ role, own }: { role: Role; own: OrgId }, org: OrgId | undefined): OrgId | null =>
	org === undefined || reaches({ role, org: own }, org) ? (org ?? own) : null;

/** The orgs that a manager sees: all of the directory for the authority, the own one for others. */
export const orgsSeen = (
	{ role, own }: { role: Role; own: OrgId },
	registry: Registry,
	all: readonly OrgId[]
): OrgId[] => (role === 'authorityAdmin' ? [...new Set([...all, ...registry.orgs.keys()])] : [own]);
