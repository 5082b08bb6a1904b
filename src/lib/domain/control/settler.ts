import { type Anomaly, type AnomalyKind, type Application } from '../application/application.ts';
import { type OrgId, type Role } from '../fact/ids.ts';

/** Whose task a discrepancy is: the role, and the org that it is of; null where neither end of the way is known. */
export type Settler = { role: Role; org: OrgId | null };

const CENTER_ROLES: readonly Role[] = ['centerInspector', 'accumulationInspector', 'centerHead'];

/** What is settled by taking a record out of count, and only the org that wrote it may do so. */
const ABOUT_RECORDS: readonly AnomalyKind[] = ['repeat', 'noRight'];

/**
 * Who settles a discrepancy of an application. What a Center's people settle falls to the head of the body where no Center took
 * part, where a record is one too many and a body wrote it, and where a body looks for a paper; while the parties are unknown, and for a device's clock, it is the
 * org that wrote the facts.
 */
export function settlerOf(
	{ kind, facts, settledBy }: Pick<Anomaly, 'facts' | 'settledBy'> & Partial<Pick<Anomaly, 'kind'>>,
	application: Application
): Settler {
	const told = application.story.map(({ fact }) => fact).filter(({ id }) => facts.includes(id));
	const author = told[0]?.org ?? null;
	if (settledBy === 'admin') return { role: settledBy, org: author };
	if (!application.acceptance) return { role: settledBy, org: author };
	const { center } = application.acceptance.body;
	if (!CENTER_ROLES.includes(settledBy)) return { role: settledBy, org: application.body };
	const isAboutRecords = kind !== undefined && ABOUT_RECORDS.includes(kind);
	// What one does not find in one's own office is looked for there.
	const isOwn = told.every(({ type, org }) => org === author && (isAboutRecords || type === 'lost'));
	if (isOwn && author && author !== center) return { role: 'head', org: author };
	return center ? { role: settledBy, org: center } : { role: 'head', org: application.body };
}

/** Heads see and may settle all of their org (para 18); everybody else what is theirs. */
export const seesSettling = (role: Role, settler: Settler, org: OrgId): boolean =>
	settler.org === org && (role === settler.role || role === 'centerHead' || role === 'head');
