import { type ActName, type ActRight, RIGHTS, rolesOf } from './rights.ts';
import { factForms, type FactType } from '../fact/fact.ts';
import { type Role } from '../fact/ids.ts';
import { type OrgKind } from '../fact/registry-facts.ts';
import { rolesOfKind } from '../registry/roles-of-orgs.ts';
import { type StepFact } from '../regulation/vocabulary.ts';

/** One act as an auditor compares it with job descriptions; `step`: the regulation of the application names the unit. */
export type ListedRight = {
	command: ActName;
	by: 'role' | 'step';
	roles: Role[];
	step: StepFact | null;
	/** Where those roles work. */
	orgs: OrgKind[];
	/** Roles among them that somebody may hold in another's place (м.а. · и.о.). */
	deputy: Role[];
	writes: FactType[];
};

const KINDS: readonly OrgKind[] = ['center', 'body', 'authority'];

/** @param unitsOf all units to which some regulation gives a step */
export function listRights(unitsOf: (step: StepFact) => readonly Role[]): ListedRight[] {
	const held: readonly Role[] = factForms.actingAppointed.body.entries.role.options;
	return (Object.entries(RIGHTS) as [ActName, ActRight][]).map(([command, { by, writes }]) => {
		const roles = [...rolesOf(by, unitsOf)];
		const isAt = (kind: OrgKind) => roles.some((role) => rolesOfKind(kind).includes(role));
		return {
			command,
			by: 'step' in by ? 'step' : 'role',
			roles,
			step: 'step' in by ? by.step : null,
			orgs: KINDS.filter(isAt),
			deputy: roles.filter((role) => held.includes(role)),
			writes: [...writes]
		};
	});
}
