import { type Application } from '../application/application.ts';
import { type Role, type StaffId } from '../fact/ids.ts';
import { absentOn, actingOn, type Staffing } from '../org/staffing.ts';
import { type PlainDate } from '../time/plain-date.ts';
import { printedHands } from './print-reason.ts';

/** Who signed or is to sign a letter, and whether as a deputy (м.а. · и.о.). */
export type Signatory = { staff: StaffId; acting: boolean };
type SignatoryCandidate = Signatory & { absent: boolean };

type People = readonly { id: StaffId; roles: readonly Role[] }[];
type Case = Pick<Application, 'decision' | 'assignment' | 'story'>;

/** All who may sign at a body on a day: the deputies of the day, then the heads. */
export function signatoriesOn(people: People, staffing: Staffing, today: PlainDate): SignatoryCandidate[] {
	const absent = absentOn(staffing, today);
	const deputies = actingOn(staffing, today).flatMap(({ role, staff }) => (role === 'head' ? [staff] : []));
	const heads = people.flatMap(({ id, roles }) => (roles.includes('head') && !deputies.includes(id) ? [id] : []));
	return [
		...[...new Set(deputies)].map((staff) => ({ staff, acting: true, absent: absent.has(staff) })),
		...heads.map((staff) => ({ staff, acting: false, absent: absent.has(staff) }))
	];
}

/** The author of the letter: somebody else has to sign it. */
export const drafterOf = ({ decision, assignment }: Pick<Case, 'decision' | 'assignment'>): StaffId | null =>
	decision?.draftedBy ?? assignment?.executor ?? null;

/** Present signatories for a letter: all but its author. */
export const otherHands = (candidates: readonly SignatoryCandidate[], drafter: StaffId | null): StaffId[] =>
	candidates.filter(({ staff, absent }) => staff !== drafter && !absent).map(({ staff }) => staff);

/**
 * The signatory; before the signature, the one printed on the letter, if they may sign today; else the acting head of the day, else
 * the head, but not the author while another signatory is present. Null where the body has none.
 */
export function signatoryOn(application: Case, people: People, staffing: Staffing, today: PlainDate): Signatory | null {
	const { decision } = application;
	if (decision?.signedBy) return { staff: decision.signedBy.staff, acting: decision.signedBy.acting };
	const candidates = signatoriesOn(people, staffing, today);
	const [printed] = printedHands(application);
	const drafter = drafterOf(application);
	const found =
		candidates.find(({ staff }) => staff === printed?.staff) ??
		candidates.find(({ staff, absent }) => staff !== drafter && !absent) ??
		candidates[0];
	return found ? { staff: found.staff, acting: found.acting } : null;
}
