import { type DecideContext } from '../application/context.ts';
import { refuse, type Refusal } from '../application/refusal.ts';
import { type OrgId, type StaffId } from '../fact/ids.ts';
import { type Registry, rolesHeld } from './registry.ts';

/**
 * What somebody in another org proves who they are with is renewed by two administrators of the authority, where it has two: one alone
 * could else become anybody of the oblast. The org's own administrator needs nobody.
 * @param second who proved to be there, beside the actor
 */
export function secondMistake(
	{ people }: Pick<Registry, 'people'>,
	org: OrgId,
	second: StaffId | undefined,
	{ actor, role, org: own }: Pick<DecideContext, 'actor' | 'role' | 'org'>
): Refusal | null {
	if (role !== 'authorityAdmin' || org === own) return null;
	const others = otherAdmins({ people }, actor);
	if (others.length === 0 || (second !== undefined && others.includes(second))) return null;
	return refuse(second === undefined ? 'secondNeeded' : 'secondWrong');
}

/** The authority's administrators of now, but this one. */
export const otherAdmins = ({ people }: Pick<Registry, 'people'>, actor: StaffId): StaffId[] =>
	[...people.values()]
		.filter((person) => person.id !== actor && person.leftAt === null && rolesHeld(person).includes('authorityAdmin'))
		.map(({ id }) => id);
