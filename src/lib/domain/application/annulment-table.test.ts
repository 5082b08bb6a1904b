import { describe, expect, it } from 'vitest';
import { aStory, BODY } from '#tests/support/a-story.ts';
import { type FactId, type Role, type StaffId } from '../fact/ids.ts';
import { type StepFact } from '../regulation/route.ts';
import { decide } from './decide.ts';

const ROLES: readonly Role[] = [
	'centerInspector',
	'accumulationInspector',
	'centerHead',
	'chancery',
	'head',
	'executor'
];

/** Whose each step is to take back, and the first step after which nobody may any more. */
const TABLE: readonly [StepFact, readonly Role[], StepFact | null][] = [
	['accepted', ['centerInspector', 'centerHead', 'chancery'], 'dispatched'],
	['collected', ['accumulationInspector', 'centerHead'], 'dispatched'],
	['dispatched', ['accumulationInspector', 'centerHead'], 'arrived'],
	['arrived', ['chancery', 'head'], 'registered'],
	['registered', ['chancery', 'head'], 'assigned'],
	['assigned', ['head'], 'drafted'],
	['drafted', ['chancery', 'head', 'executor'], 'signed'],
	['signed', ['chancery', 'head'], 'recorded'],
	['recorded', ['chancery', 'head', 'executor'], 'returned'],
	['returned', ['chancery', 'head'], 'resultsArrived'],
	['resultsArrived', ['accumulationInspector', 'centerHead'], null]
];

/** The whole story up to a step, and what annulling another step of it says. */
function annulling(step: StepFact, upTo: StepFact, role: Role): string {
	const story = aStory();
	const ids = story.whole();
	story.facts.splice(story.facts.findIndex(({ type }) => type === upTo) + 1);
	const who = { actor: 'a' as StaffId, role, org: BODY, now: 0, newId: () => 'new' as FactId };
	const verdict = decide(story.fold(), { kind: 'annul', fact: ids[step], reason: 'mistake', text: '' }, who);
	return verdict.ok ? 'allowed' : verdict.code;
}

describe('who may annul what, until when', () => {
	it.each(TABLE)('A7 %s is annulled by %s until %s', (step, roles, until) => {
		expect(ROLES.filter((role) => annulling(step, step, role) === 'allowed').toSorted()).toEqual(roles.toSorted());
		const steps = TABLE.map(([each]) => each);
		const later = steps.slice(steps.indexOf(step) + 1);
		const first = later.find((each) => annulling(step, each, roles[0]!) === 'annulTooLate') ?? null;
		expect(first).toBe(until);
	});

	it('A7 what was annulled is not annulled again, and a print never', () => {
		const story = aStory();
		const accepted = story.accepted();
		const printed = story.add('printed', { document: 'receipt', copy: 1, reason: 'first' }, { on: [accepted] });
		const who = { actor: 'a' as StaffId, role: 'centerHead', org: BODY, now: 0, newId: () => 'new' as FactId } as const;
		const annul = (fact: FactId) => decide(story.fold(), { kind: 'annul', fact, reason: 'mistake', text: '' }, who);
		expect(annul(printed)).toMatchObject({ code: 'cannotAnnulKind' });
		story.annulled(accepted);
		expect(annul(accepted)).toMatchObject({ code: 'alreadyAnnulled' });
		expect(annul('never-heard-of' as FactId)).toMatchObject({ code: 'unknownFact' });
	});
});
