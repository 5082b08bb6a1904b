import { describe, expect, it } from 'vitest';
import { aStory, BODY, CENTER, REGISTER, RESULT, type Story } from '#tests/support/a-story.ts';
import { type FactId, type StaffId } from '../fact/ids.ts';
import { readyForHandOut } from './commands/hand-out.ts';
import { DAMAGED_RESULT, summaryOf } from './summary.ts';

const inspector = {
	actor: 'staff-1' as StaffId,
	role: 'centerInspector' as const,
	org: CENTER,
	now: 0,
	newId: () => 'new' as FactId
};
const subject = { kind: 'register', number: REGISTER } as const;
const arrive = (story: Story, on: FactId, state: 'received' | 'damaged') =>
	story.add('resultsArrived', { rows: [{ paper: RESULT, on, state }], register: REGISTER }, { subject });

/** A result that came back to its Center. */
function cameBack(state: 'received' | 'damaged') {
	const story = aStory();
	const registered = story.registered(story.arrived(story.dispatched(story.collected(story.accepted()))));
	const returned = story.returned(story.recorded(story.signed(story.drafted(story.assigned(registered)))));
	return { story, arrived: arrive(story, returned, state) };
}
const isReady = (story: Story) => readyForHandOut(story.fold(), inspector).ok;
const isMarked = (story: Story) => summaryOf(story.fold(), () => null).keys.includes(DAMAGED_RESULT);

describe('a damaged result', () => {
	it('R43 is not ready: not handed out, and its row says so', () => {
		const { story } = cameBack('damaged');
		expect(readyForHandOut(story.fold(), inspector)).toMatchObject({ code: 'resultDamaged' });
		expect(isMarked(story)).toBe(true);
		const whole = cameBack('received').story;
		expect([isReady(whole), isMarked(whole)]).toEqual([true, false]);
	});

	it('R43 is ready once its discrepancy is settled, or a new paper has come', () => {
		const settled = cameBack('damaged');
		settled.story.add(
			'discrepancySettled',
			{ anomaly: 'damaged', way: 'explained' },
			{ on: [settled.arrived], org: BODY, role: 'chancery' },
			{ text: 'Жаңа қағаз келді' }
		);
		expect([isReady(settled.story), isMarked(settled.story)]).toEqual([true, false]);
		const anew = cameBack('damaged');
		arrive(anew.story, anew.arrived, 'received');
		expect([isReady(anew.story), isMarked(anew.story)]).toEqual([true, false]);
	});
});
