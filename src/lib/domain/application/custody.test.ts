import { describe, expect, it } from 'vitest';
import { aStory, BODY, CENTER, REGISTER } from '#tests/support/a-story.ts';

describe('custody', () => {
	it('C1 follows the packet from the window to the archive of the body', () => {
		const story = aStory();
		const accepted = story.accepted();
		const holder = () => story.fold().packet.holder;
		expect(holder()).toEqual({ kind: 'window', org: CENTER, window: '2' });
		const collected = story.collected(accepted);
		expect(holder()).toEqual({ kind: 'collection', org: CENTER });
		const dispatched = story.dispatched(collected);
		expect(holder()).toEqual({ kind: 'transit', register: REGISTER, from: CENTER, to: BODY });
		const arrived = story.arrived(dispatched);
		expect(holder()).toEqual({ kind: 'chancery', org: BODY });
		const registered = story.registered(arrived);
		expect(holder()).toEqual({ kind: 'head', org: BODY });
		const assigned = story.assigned(registered);
		expect(holder()).toEqual({ kind: 'executor', org: BODY, staff: 'staff-9' });
		story.recorded(story.signed(story.drafted(assigned)));
		expect(holder()).toEqual({ kind: 'archive', org: BODY });
	});

	it('C1 follows the result from the draft to the hands of the applicant', () => {
		const story = aStory();
		const all = story.whole();
		expect(story.fold().result?.trail.map(({ to }) => to.kind)).toEqual([
			'head',
			'chancery',
			'chancery',
			'transit',
			'collection',
			'applicant'
		]);
		expect(story.fold().result?.trail.at(-1)?.fact).toBe(all.handedOut);
	});

	it('C2 a paper that was not found on arrival is in nobody’s hands, and that is somebody’s task', () => {
		const story = aStory();
		const arrived = story.arrived(story.dispatched(story.collected(story.accepted())), 'missing');
		expect(story.fold().packet.holder).toEqual({ kind: 'unknown', why: 'missing', since: arrived });
		expect(story.fold().anomalies).toMatchObject([{ kind: 'missing', settledBy: 'accumulationInspector' }]);
	});

	it('C2 a row carried to tomorrow leaves the paper where it was', () => {
		const story = aStory();
		story.arrived(story.dispatched(story.collected(story.accepted())), 'carried');
		expect(story.fold().packet.holder.kind).toBe('transit');
	});

	it('C3 where two hand-overs do not know of each other, the one further along the way counts, whatever the clocks say', () => {
		const story = aStory();
		const accepted = story.accepted();
		story.dispatched(accepted, { at: 10 });
		story.collected(accepted);
		expect(story.fold().packet.holder.kind).toBe('transit');
	});

	it('C4 an annulled hand-over gives the paper back', () => {
		const story = aStory();
		story.annulled(story.dispatched(story.collected(story.accepted())), { role: 'accumulationInspector' });
		expect(story.fold().packet.holder.kind).toBe('collection');
	});

	it('C5 a hand-over by an org that did not have the paper is told', () => {
		const story = aStory();
		story.dispatched(story.collected(story.accepted()), { org: BODY });
		expect(story.fold().anomalies.map(({ kind }) => kind)).toContain('custodyBroken');
	});

	it('C6 a lost paper is looked for until it is found or reconstructed', () => {
		const story = aStory();
		const lost = story.add('lost', { paper: 'packet' }, { on: [story.accepted()] }, { text: 'Сөреде жоқ' });
		expect(story.fold().packet.holder).toMatchObject({ kind: 'unknown', why: 'lost' });
		story.add('reconstructed', { paper: 'packet' }, { on: [lost], window: '2' }, { text: 'Табылды' });
		expect(story.fold().packet.holder).toEqual({ kind: 'window', org: CENTER, window: '2' });
	});
});
