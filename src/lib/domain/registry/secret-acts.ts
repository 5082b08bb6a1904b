import { type DecideContext } from '../application/context.ts';
import { allow, refuse, type Verdict } from '../application/refusal.ts';
import { type FactDraft } from '../fact/fact.ts';
import { rolesHeld } from './registry.ts';
import { type RegistryCommandOf } from './registry-command.ts';
import { type RegistryGround } from './registry-ground.ts';

/**
 * Another secret of the server, at its terminal: by two administrators of the authority, or by whoever sits there alone, which the fact
 * says. Nothing of a secret is in it.
 */
export function rotateSecret(
	{ registry }: RegistryGround,
	{ second }: RegistryCommandOf<'rotateSecret'>,
	{ actor, org: own }: Pick<DecideContext, 'actor' | 'org'>
): Verdict<FactDraft<'secretRotated'>[]> {
	const isAdmin = (staff: string): boolean =>
		[...registry.people.values()].some(
			(person) => person.id === staff && person.leftAt === null && rolesHeld(person).includes('authorityAdmin')
		);
	if (second !== undefined && (second === actor || !isAdmin(second) || !isAdmin(actor))) return refuse('secondWrong');
	const authority = [...registry.orgs.values()].find(({ kind }) => kind === 'authority');
	const org = authority?.id ?? own;
	const hands = second === undefined ? { alone: true as const } : { second };
	return allow([
		{ type: 'secretRotated', subject: { kind: 'org', org }, body: { ...hands, tell: [org] }, details: null }
	]);
}
