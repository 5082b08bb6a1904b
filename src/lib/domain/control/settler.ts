import { type Anomaly, type Application } from '../application/application';
import { type OrgId, type Role } from '../fact/ids';

/** Whose task a discrepancy is: the role, and the org that it is of; null where neither end of the way is known. */
export type Settler = { role: Role; org: OrgId | null };

const CENTER_ROLES: readonly Role[] = ['centerInspector', 'accumulationInspector', 'centerHead'];

/**
 * Who settles a discrepancy of an application. What a Center's people settle falls to the head of the body where no Center took
 * part; while the parties are unknown, and for a device's clock, it is the org that wrote the facts.
 */
export function settlerOf(
	{ facts, settledBy }: Pick<Anomaly, 'facts' | 'settledBy'>,
	application: Application
): Settler {
	const author = application.story.find(({ fact }) => facts.includes(fact.id))?.fact.org ?? null;
	if (settledBy === 'admin') return { role: settledBy, org: author };
	if (!application.acceptance) return { role: settledBy, org: author };
	const { center } = application.acceptance.body;
	if (!CENTER_ROLES.includes(settledBy)) return { role: settledBy, org: application.body };
	return center ? { role: settledBy, org: center } : { role: 'head', org: application.body };
}

/** Heads see and may settle all of their org (para 18); everybody else what is theirs. */
export const seesSettling = (role: Role, settler: Settler, org: OrgId): boolean =>
	settler.org === org && (role === settler.role || role === 'centerHead' || role === 'head');
