import { type ActName, type ActRight, RIGHTS, rolesOf } from '#lib/domain/acts/rights.ts';
import { factForms, type FactType } from '#lib/domain/fact/fact.ts';
import { type Role } from '#lib/domain/fact/ids.ts';
import { type StepFact } from '#lib/domain/regulation/vocabulary.ts';

/** One act as an auditor compares it with job descriptions; `step`: the regulation of the application names the unit. */
export type ListedRight = {
	command: ActName;
	by: 'role' | 'step';
	roles: Role[];
	step: StepFact | null;
	/** Where those roles work. */
	orgs: ('center' | 'body')[];
	/** Roles among them that somebody may hold in another's place (м.а. · и.о.). */
	deputy: Role[];
	writes: FactType[];
};

const AT_CENTER: readonly Role[] = ['centerInspector', 'accumulationInspector', 'centerHead', 'admin'];
const AT_BODY: readonly Role[] = ['chancery', 'head', 'executor', 'admin'];

/** @param unitsOf all units to which some regulation gives a step */
export function listRights(unitsOf: (step: StepFact) => readonly Role[]): ListedRight[] {
	const held: readonly Role[] = factForms.actingAppointed.body.entries.role.options;
	return (Object.entries(RIGHTS) as [ActName, ActRight][]).map(([command, { by, writes }]) => {
		const roles = [...rolesOf(by, unitsOf)];
		const isAt = (there: readonly Role[]) => roles.some((role) => there.includes(role));
		return {
			command,
			by: 'step' in by ? 'step' : 'role',
			roles,
			step: 'step' in by ? by.step : null,
			orgs: [...(isAt(AT_CENTER) ? ['center' as const] : []), ...(isAt(AT_BODY) ? ['body' as const] : [])],
			deputy: roles.filter((role) => held.includes(role)),
			writes: [...writes]
		};
	});
}
