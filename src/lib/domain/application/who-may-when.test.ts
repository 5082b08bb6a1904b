import { describe, expect, it } from 'vitest';
import { BODY, CENTER } from '#tests/support/a-story.ts';
import { STATES } from '#tests/support/application-states.ts';
import { ANSWERS, ROLES_IN_ROWS } from '#tests/support/command-answers.ts';
import { EXAMPLES } from '#tests/support/command-examples.ts';
import { type FactId, type Role, type StaffId } from '../fact/ids.ts';
import { type Command, decide } from './decide.ts';

const ofBody: readonly Role[] = ['chancery', 'head', 'executor'];

/** Who asks is of the org where the role works; the executor is the one to whom the application is assigned. */
function answer(kind: Command['kind'], state: string, role: Role): string {
	const application = STATES[state]!();
	const org = ofBody.includes(role) ? BODY : CENTER;
	const context = { actor: 'staff-9' as StaffId, role, org, window: '2', now: 0, newId: () => 'new' as FactId };
	const verdict = decide(application, EXAMPLES[kind](application), context);
	return verdict.ok ? 'ok' : verdict.code;
}

/** State by state, what the table of an act says for each role. */
function expected(kind: Command['kind']): Record<string, string[]> {
	const named = ANSWERS[kind].flatMap(([states]) => states.split(' '));
	const rest = Object.keys(STATES).filter((state) => !named.includes(state));
	const rows = ANSWERS[kind].flatMap(([states, answers]) => {
		const codes = answers.split(' ');
		const row = codes.length === 1 ? ROLES_IN_ROWS.map(() => codes[0]!) : codes;
		return (states === 'rest' ? rest : states.split(' ')).map((state) => [state, row] as const);
	});
	return Object.fromEntries(rows);
}

describe('who may do what, when', () => {
	it.each(Object.keys(EXAMPLES) as Command['kind'][])(
		'D100 %s is answered as the table says, for each role and state',
		(kind) => {
			const answers = Object.keys(STATES).map((state) => [
				state,
				ROLES_IN_ROWS.map((role) => answer(kind, state, role))
			]);
			expect(Object.fromEntries(answers)).toEqual(expected(kind));
		}
	);

	it('D100 every state of the table is what its name says', () => {
		const states = Object.entries(STATES).map(([name, make]) => [name, make().state]);
		expect(states.filter(([name, state]) => name === state).map(([name]) => name)).toEqual([
			'numberOnly',
			'handedOut',
			'withdrawn',
			'annulled'
		]);
		expect(STATES['resultDamaged']!().anomalies.map(({ kind }) => kind)).toContain('damaged');
		expect(STATES['twoDrafts']!().rivalDrafts).toHaveLength(1);
		expect(STATES['collision']!().rivals).toHaveLength(1);
	});
});
