import { describe, expect, it } from 'vitest';
import { ROUTE } from '#tests/support/a-story.ts';
import { ANSWERS, ROLES_IN_ROWS } from '#tests/support/command-answers.ts';
import { type Command } from '../application/decide.ts';
import { factForms, type FactType } from '../fact/fact.ts';
import { type Role, RoleSchema } from '../fact/ids.ts';
import { isRegistryType } from '../fact/registry-facts.ts';
import { type ListCommand } from '../register/decide-list.ts';
import { type StepFact } from '../regulation/vocabulary.ts';
import { type ActRight, mayByRole, RIGHTS, rolesOf, writersOf } from './rights.ts';

/** Every command has its row: the compiler says so. */
const rights: Record<Command['kind'] | ListCommand['kind'], ActRight> = RIGHTS;
const unitsOf = (step: StepFact): readonly Role[] => ROUTE.flatMap(({ fact, unit }) => (fact === step ? [unit] : []));

/** Roles that the act is answered `ok` in some state, by the table of all answers. */
function allowedSomewhere(kind: Command['kind']): Role[] {
	const rows = ANSWERS[kind].map(([, answers]) => answers.split(' '));
	const at = (row: string[], index: number) => (row.length === 1 ? row[0] : row[index]);
	return ROLES_IN_ROWS.filter((_, index) => rows.some((row) => at(row, index) === 'ok'));
}

describe('rights', () => {
	it.each(Object.keys(ANSWERS) as Command['kind'][])(
		'D102 %s is allowed to whom the table gives it, and to nobody else',
		(kind) => {
			const given = rolesOf(rights[kind].by, unitsOf);
			expect(given).toEqual(expect.arrayContaining(allowedSomewhere(kind)));
		}
	);

	it('D102 nobody is given an application’s act that no state ever allows them', () => {
		const idle = (Object.keys(ANSWERS) as Command['kind'][]).flatMap((kind) =>
			rolesOf(rights[kind].by, unitsOf)
				.filter((role) => !allowedSomewhere(kind).includes(role))
				.map((role) => `${kind} ${role}`)
		);
		// No state of the table has a device whose clock is wrong, nor two acceptances at a body, nor a fact that the server flagged.
		const flags = RIGHTS.settleFlag.by.roles.map((role) => `settleFlag ${role}`);
		expect(idle).toEqual(['renumber chancery', 'renumber head', 'settle admin', ...flags]);
	});

	it('D102 a type of fact that an act writes has writers, and what no act writes is known', () => {
		const writers = writersOf(unitsOf);
		const unwritten = (Object.keys(factForms) as FactType[]).filter((type) => !writers.has(type));
		expect(unwritten).toEqual(['unclaimed', 'recoveredFromPaper', 'flagged', 'flagWithdrawn']);
		for (const [type, roles] of writers) expect([type, roles.size > 0]).toEqual([type, true]);
		expect([...writers.get('recorded')!].sort()).toEqual(['chancery']);
		expect([...writers.get('signed')!].sort()).toEqual(['chancery', 'head']);
	});

	it('D102 an administrator touches no paper', () => {
		const acts = Object.keys(RIGHTS) as (keyof typeof RIGHTS)[];
		const given = acts.filter((act) => rolesOf(RIGHTS[act].by, unitsOf).includes('admin'));
		const ofRegistry = acts.filter((act) => RIGHTS[act].writes.some(isRegistryType));
		expect(given.sort()).toEqual(
			[
				...[
					'print',
					'settle',
					'settleFlag',
					'setDay',
					'importRegulation',
					'appoint',
					'noteAbsence',
					'giveArea',
					'revokeStaffing'
				],
				...ofRegistry.filter((act) => act !== 'openOrg' && act !== 'rotateSecret' && act !== 'agreeImport'),
				'readRegistry',
				'readJournal',
				'verifyJournal',
				'unlock',
				'vouch',
				'lock'
			].sort()
		);
		expect(RoleSchema.options.filter((role) => mayByRole('closeDay', role))).toEqual(['head', 'centerHead']);
	});
});
