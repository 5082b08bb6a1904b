import { type Application } from '../application/application.ts';
import { type Role, type StaffId } from '../fact/ids.ts';
import { absentOn, actingOn, type Staffing } from '../org/staffing.ts';
import { type PlainDate } from '../time/plain-date.ts';
import { printedHands } from './print-reason.ts';

/** Whose signature a letter bears or waits for, and whether as a deputy (м.а. · и.о.). */
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

/** Who wrote the letter, or is writing it: another hand has to sign it. */
export const drafterOf = ({ decision, assignment }: Pick<Case, 'decision' | 'assignment'>): StaffId | null =>
	decision?.draftedBy ?? assignment?.executor ?? null;

/** Who is at work and may sign what one person has drafted: everybody but that person. */
export const otherHands = (candidates: readonly SignatoryCandidate[], drafter: StaffId | null): StaffId[] =>
	candidates.filter(({ staff, absent }) => staff !== drafter && !absent).map(({ staff }) => staff);

/**
 * Who signed; while nobody has, whose name the letter was printed with, if they may sign today; else who acts as head on the day,
 * else the head, but not who drafted it while another hand is there. Null where the body has nobody.
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
