import { describe, expect, it } from 'vitest';
import { aStory, BODY, type Story } from '#tests/support/a-story.ts';
import { type FactId, type OrgId, type StaffId } from '../fact/ids.ts';
import { type DecideContext } from './context.ts';
import { decide } from './decide.ts';

const OTHER = 'body-01' as OrgId;
const head: DecideContext = {
	actor: 'chief' as StaffId,
	role: 'head',
	org: OTHER,
	now: 0,
	newId: () => 'new' as FactId
};
const assign = (story: Story) => {
	const verdict = decide(story.fold(), { kind: 'assign', executor: 'staff-7' as StaffId }, head);
	return verdict.ok ? 'allowed' : verdict.code;
};
const redirected = (story: Story, on: FactId, toBody = OTHER, org: OrgId = BODY) =>
	story.add('redirected', { toBody }, { on: [on], org, role: 'head' });
const here = (story: Story) => {
	const { steps, position } = story.fold();
	return steps[position]?.step.fact;
};
const examinationRunsFrom = (story: Story) => story.fold().steps.find(({ step }) => step.fact === 'drafted')!.startedAt;
const timeOf = (story: Story, id: FactId) => story.facts.find((fact) => fact.id === id)!.at;

/** An application that the first body has assigned before it noticed that it is not the right one. */
function assignedAtTheFirst() {
	const story = aStory();
	const registered = story.registered(story.arrived(story.dispatched(story.collected(story.accepted()))));
	return { story, registered, assigned: story.assigned(registered) };
}

describe('after a redirection', () => {
	it('A22 the other body assigns only what it has registered itself', () => {
		const { story, assigned } = assignedAtTheFirst();
		const arrived = story.arrived(redirected(story, assigned), 'extra', { org: OTHER });
		expect(assign(story)).toBe('wrongStep');
		story.registered(arrived, { org: OTHER });
		expect(assign(story)).toBe('allowed');
	});

	it('A22 what was accepted at the first body is not registered by that at the other', () => {
		const story = aStory();
		const accepted = story.accepted({ org: BODY, role: 'chancery' }, { entry: 'body', center: null });
		const arrived = story.arrived(redirected(story, accepted), 'extra', { org: OTHER });
		expect(assign(story)).toBe('wrongStep');
		story.registered(arrived, { org: OTHER });
		expect(assign(story)).toBe('allowed');
	});

	it('A22 what an offline device of the first body records afterwards moves nothing', () => {
		const story = aStory();
		const arrived = story.arrived(story.dispatched(story.collected(story.accepted())));
		redirected(story, arrived);
		story.registered(arrived);
		expect(here(story)).toBe('arrived');
	});

	it('A22 a body that gets the application back begins anew, too', () => {
		const { story, assigned } = assignedAtTheFirst();
		redirected(story, redirected(story, assigned), BODY, OTHER);
		expect(here(story)).toBe('arrived');
		expect(story.fold()).toMatchObject({ body: BODY, assignment: null });
	});

	it('A22 a draft that the first body made meanwhile does not compete with the other’s', () => {
		const { story, assigned } = assignedAtTheFirst();
		story.drafted(assigned);
		const arrived = story.arrived(redirected(story, assigned), 'extra', { org: OTHER });
		const again = story.assigned(story.registered(arrived, { org: OTHER }), { org: OTHER });
		const drafted = story.drafted(again, 'refusal', { org: OTHER });
		const { decision, anomalies } = story.fold();
		expect(decision).toMatchObject({ draft: drafted, kind: 'refusal' });
		expect(anomalies.map(({ kind }) => kind)).not.toContain('twoDecisions');
	});

	it('A21 the limit of the examination is that of the other body: it runs from the first assignment there', () => {
		const { story, assigned } = assignedAtTheFirst();
		expect(examinationRunsFrom(story)).toBe(timeOf(story, assigned));
		const arrived = story.arrived(redirected(story, assigned), 'extra', { org: OTHER });
		expect(examinationRunsFrom(story)).toBeNull();
		const again = story.assigned(story.registered(arrived, { org: OTHER }), { org: OTHER });
		expect(examinationRunsFrom(story)).toBe(timeOf(story, again));
		expect(story.fold().assignment).toMatchObject({ first: timeOf(story, again) });
	});
});
