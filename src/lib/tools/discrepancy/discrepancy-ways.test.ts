import { describe, expect, it } from 'vitest';
import { type DecideContext } from '#lib/domain/application/context.ts';
import { type FactId, type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { aStory, BODY, CENTER, type Story } from '../../../../tests/support/a-story.ts';
import { aVerdict } from '../../../../tests/support/a-verdict.ts';
import { settlementWays } from './discrepancy-ways.ts';

const context = (role: Role, org: OrgId): DecideContext => ({
	actor: 'staff-1' as StaffId,
	role,
	org,
	now: 0,
	newId: () => 'new' as FactId
});
const waysOf = (story: Story, kind: string, role: Role, org: OrgId) => {
	const application = story.fold();
	const anomaly = application.anomalies.find((each) => each.kind === kind);
	if (!anomaly) throw new Error(`No ${kind} among ${application.anomalies.map((each) => each.kind).join()}`);
	return settlementWays({ application, anomaly }, context(role, org));
};

describe('how a discrepancy can be settled', () => {
	it('Z10 a paper that did not arrive is explained or found', () => {
		const story = aStory();
		story.arrived(story.dispatched(story.collected(story.accepted())), 'missing');
		expect(waysOf(story, 'missing', 'accumulationInspector', CENTER)).toEqual({
			explain: true,
			confirm: false,
			leaveOut: false,
			acts: ['findPacket'],
			annul: []
		});
	});

	it('Z10 of a step recorded twice one record can be taken out of count, by whoever may', () => {
		const story = aStory();
		const arrived = story.arrived(story.dispatched(story.collected(story.accepted())));
		const [first, second] = [story.registered(arrived), story.registered(arrived)];
		expect(waysOf(story, 'repeat', 'chancery', BODY).annul).toEqual([first, second]);
		expect(waysOf(story, 'repeat', 'centerInspector', CENTER)).toMatchObject({ explain: false, acts: [], annul: [] });
	});

	it('Z10 what came to a wrong body is sent on by the body that it is with', () => {
		const story = aStory();
		const OTHER = 'body-03' as OrgId;
		const arrived = story.arrived(story.dispatched(story.collected(story.accepted())), 'received', { org: OTHER });
		expect(arrived).toBeTruthy();
		expect(waysOf(story, 'wrongBody', 'head', BODY)).toMatchObject({ explain: true, acts: [] });
	});

	it('Z10 of two applications under one number the later one is given its own by the org that accepted it', () => {
		const story = aStory();
		story.accepted();
		story.accepted({ window: '1' });
		expect(waysOf(story, 'collision', 'centerHead', CENTER).acts).toEqual(['renumber']);
		expect(waysOf(story, 'collision', 'head', BODY).acts).toEqual([]);
	});

	it('S226 of what was flagged a head says whether it counts; nobody explains it away', () => {
		const story = aStory();
		story.whole();
		story.facts.splice(8);
		story.facts.push(aVerdict(story.facts.at(-1)!));
		expect(waysOf(story, 'noRight', 'head', BODY)).toMatchObject({ explain: false, confirm: true, leaveOut: true });
		expect(waysOf(story, 'noRight', 'chancery', BODY)).toMatchObject({ confirm: false, leaveOut: false });
	});

	it('Z10 nobody explains what is another role’s, but for the heads', () => {
		const story = aStory();
		story.arrived(story.dispatched(story.collected(story.accepted())), 'missing');
		expect(waysOf(story, 'missing', 'chancery', BODY).explain).toBe(false);
		expect(waysOf(story, 'missing', 'centerHead', CENTER).explain).toBe(true);
	});
});
