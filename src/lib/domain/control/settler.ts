import { type Anomaly, type AnomalyKind, type Application } from '../application/application.ts';
import { type OrgId, type Role } from '../fact/ids.ts';

/** Whose task a discrepancy is: the role and its org; null where neither party is known. */
export type Settler = { role: Role; org: OrgId | null };

const CENTER_ROLES: readonly Role[] = ['centerInspector', 'accumulationInspector', 'centerHead'];

/** Kinds settled by annulling a record, which only the org that wrote it may do. */
const ABOUT_RECORDS: readonly AnomalyKind[] = ['repeat', 'noRight'];

/**
 * Who settles a discrepancy of an application. The head of the body does what a Center's people settle where no Center is involved,
 * where a body wrote a duplicate record, and where a body searches for a paper; while the parties are unknown, and for a device's
 * clock, it is the org that wrote the facts.
 */
export function settlerOf(
	{ kind, facts, settledBy }: Pick<Anomaly, 'facts' | 'settledBy'> & Partial<Pick<Anomaly, 'kind'>>,
	application: Application
): Settler {
	const concerned = application.story.map(({ fact }) => fact).filter(({ id }) => facts.includes(id));
	const author = concerned[0]?.org ?? null;
	if (settledBy === 'admin') return { role: settledBy, org: author };
	if (!application.acceptance) return { role: settledBy, org: author };
	const { center } = application.acceptance.body;
	if (!CENTER_ROLES.includes(settledBy)) return { role: settledBy, org: application.body };
	const isAboutRecords = kind !== undefined && ABOUT_RECORDS.includes(kind);
	// A paper missing in an office is searched for in that office.
	const isOwn = concerned.every(({ type, org }) => org === author && (isAboutRecords || type === 'lost'));
	if (isOwn && author && author !== center) return { role: 'head', org: author };
	return center ? { role: settledBy, org: center } : { role: 'head', org: application.body };
}

/** Heads see and may settle all of their org (para 18); everybody else their own. */
export const seesSettling = (role: Role, settler: Settler, org: OrgId): boolean =>
	settler.org === org && (role === settler.role || role === 'centerHead' || role === 'head');
