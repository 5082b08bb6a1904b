import { describe, expect, it } from 'vitest';
import { aStory, BODY, CENTER } from '#tests/support/a-story.ts';
import { oddKey, summaryOf } from '../application/summary.ts';
import { type OrgId } from '../fact/ids.ts';
import { seesSettling, settlerOf } from './settler.ts';

describe('who settles a discrepancy', () => {
	it('Z8 a discrepancy is a task of one role in one org: the Center’s, the body’s, or whose clock it was', () => {
		const story = aStory();
		story.arrived(story.dispatched(story.collected(story.accepted())), 'missing');
		const application = story.fold();
		const missing = application.anomalies.find(({ kind }) => kind === 'missing')!;
		expect(settlerOf(missing, application)).toEqual({ role: 'accumulationInspector', org: CENTER });
		expect(settlerOf({ ...missing, settledBy: 'chancery' }, application)).toEqual({ role: 'chancery', org: BODY });
		expect(settlerOf({ ...missing, settledBy: 'admin' }, application)).toEqual({ role: 'admin', org: BODY });
	});

	it('Z8 where no Center took part, the head of the body settles what would be the Center’s', () => {
		const story = aStory();
		story.accepted({ org: BODY, role: 'chancery' }, { entry: 'body', center: null });
		const application = story.fold();
		expect(settlerOf({ facts: [], settledBy: 'centerHead' }, application)).toEqual({ role: 'head', org: BODY });
	});

	it('Z8 a record too many is settled by the org that wrote it: no other may take it out of count', () => {
		const story = aStory();
		const arrived = story.arrived(story.dispatched(story.collected(story.accepted())));
		story.registered(arrived);
		story.registered(arrived);
		const ofBody = story.fold();
		const repeat = ofBody.anomalies.find(({ kind }) => kind === 'repeat')!;
		expect(settlerOf(repeat, ofBody)).toEqual({ role: 'head', org: BODY });

		const other = aStory();
		const accepted = other.accepted();
		other.collected(accepted);
		other.collected(accepted);
		const ofCenter = other.fold();
		const twice = ofCenter.anomalies.find(({ kind }) => kind === 'repeat')!;
		expect(settlerOf(twice, ofCenter)).toEqual({ role: 'accumulationInspector', org: CENTER });
	});

	it('Z8 a paper that is looked for is settled where it was lost', () => {
		const story = aStory();
		const arrived = story.arrived(story.dispatched(story.collected(story.accepted())));
		story.add('lost', { paper: 'packet' }, { on: [arrived], org: BODY, role: 'chancery' }, { text: 'Шкафта жоқ' });
		const application = story.fold();
		const missing = application.anomalies.find(({ kind }) => kind === 'missing')!;
		expect(settlerOf(missing, application)).toEqual({ role: 'head', org: BODY });
	});

	it('Z8 while only the number is known, it is the org’s that wrote of it', () => {
		const story = aStory();
		story.collected();
		const application = story.fold();
		const [anomaly] = application.anomalies;
		expect(anomaly?.kind).toBe('numberOnly');
		expect(settlerOf(anomaly!, application)).toEqual({ role: 'accumulationInspector', org: CENTER });
	});

	it('Z9 a row is found by org and role of whoever has something to settle in it, until it is settled', () => {
		const story = aStory();
		story.arrived(story.dispatched(story.collected(story.accepted())), 'missing');
		const keys = summaryOf(story.fold(), () => null).keys.filter((key) => key.startsWith('odd'));
		expect(keys).toEqual(['odd', oddKey(CENTER, 'accumulationInspector')]);
		const [missing] = story.fold().anomalies;
		story.add(
			'discrepancySettled',
			{ way: 'explained', anomaly: missing!.kind },
			{ on: [...missing!.facts] },
			{ text: 'Курьерде қалған' }
		);
		expect(summaryOf(story.fold(), () => null).keys.filter((key) => key.startsWith('odd'))).toEqual([]);
	});

	it('Z9 each role sees what it settles; heads see all of their org, nobody another’s', () => {
		const settler = { role: 'accumulationInspector', org: CENTER } as const;
		expect(seesSettling('accumulationInspector', settler, CENTER)).toBe(true);
		expect(seesSettling('centerHead', settler, CENTER)).toBe(true);
		expect(seesSettling('centerInspector', settler, CENTER)).toBe(false);
		expect(seesSettling('head', settler, BODY)).toBe(false);
		expect(seesSettling('head', { role: 'head', org: null as OrgId | null }, BODY)).toBe(false);
	});
});
