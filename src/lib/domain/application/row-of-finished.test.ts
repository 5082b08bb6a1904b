import { describe, expect, it } from 'vitest';
import { aStory, BODY, CENTER, NUMBER, ROUTE, type Story } from '#tests/support/a-story.ts';
import { foldApplication } from './fold.ts';
import { oddKey, summaryOf } from './summary.ts';

const DUE = 5;
const row = (story: Story) => summaryOf(story.fold(), () => DUE);

describe('the row of an application', () => {
	it('A28 of what was taken back, annulled or handed out no step is next and no limit runs', () => {
		const open = aStory();
		const accepted = open.accepted();
		expect(row(open)).toMatchObject({ state: 'open', next: 'collected', due: DUE });
		open.add('withdrawn', {}, { on: [accepted] }, { text: '' });
		const nothing = { next: null, due: null, since: null, units: [] };
		expect(row(open)).toMatchObject({ state: 'withdrawn', ...nothing });
		const annulled = aStory();
		annulled.annulled(annulled.accepted());
		expect(row(annulled)).toMatchObject({ state: 'annulled', ...nothing });
		const done = aStory();
		done.whole();
		expect(row(done)).toMatchObject({ state: 'handedOut', ...nothing });
	});

	it('A25 who may do the next step too, by a reading, is told after its unit', () => {
		const story = aStory();
		story.accepted();
		const route = ROUTE.map((step) => (step.fact === 'collected' ? { ...step, alsoBy: ['chancery' as const] } : step));
		const application = foldApplication(NUMBER, story.facts, { routeOf: () => route });
		expect(summaryOf(application, () => null).units).toEqual(['accumulationInspector', 'chancery']);
	});

	it('A25 the step before is the last one done, also where others were jumped', () => {
		const story = aStory();
		const accepted = story.accepted({ actor: 'inspector' });
		story.assigned(accepted);
		expect(row(story)).toMatchObject({ next: 'registered', sinceBy: 'inspector' });
	});

	it('Z9 each of several who have something to settle in it finds it', () => {
		const story = aStory();
		const arrived = story.arrived(story.accepted(), 'damaged', { role: 'executor' });
		story.registered(arrived);
		expect(row(story).keys).toEqual(
			expect.arrayContaining([oddKey(CENTER, 'accumulationInspector'), oddKey(BODY, 'chancery'), oddKey(BODY, 'head')])
		);
	});
});
