import { describe, expect, it } from 'vitest';
import { aStory, BODY, CENTER, NUMBER, type Story } from '$tests/support/a-story';
import { foldApplication } from '../domain/application/fold';
import { type FactId } from '../domain/fact/ids';
import { entriesOf, routeOf, type RouteStep } from '../domain/regulation/route';
import { regulations } from './catalog';
import { foldContext } from './law';

const walks = regulations.flatMap((regulation) =>
	entriesOf(regulation).flatMap((entry) =>
		(['notice', 'refusal'] as const).map((outcome) => ({
			name: `service ${regulation.number}, ${entry}, ${outcome}`,
			regulation,
			entry,
			outcome
		}))
	)
);

/** Does one step of the route in the role and the org that it names, on the fact before it. */
function take(
	story: Story,
	{ fact, unit }: RouteStep,
	before: FactId | undefined,
	walk: (typeof walks)[number]
): FactId {
	const inCenter = unit === 'centerInspector' || unit === 'accumulationInspector';
	const here = { role: unit, org: inCenter ? CENTER : BODY };
	switch (fact) {
		case 'accepted':
			return story.accepted(here, {
				regulation: { id: walk.regulation.id, version: walk.regulation.version },
				entry: walk.entry,
				center: walk.entry === 'center' ? CENTER : null
			});
		case 'arrived':
			return story.arrived(before, 'received', here);
		case 'drafted':
			return story.drafted(before!, walk.outcome, here);
		case 'recorded':
			return story.recorded(before!, walk.outcome, here);
		case 'handedOut':
			return story.handedOut([before!], here);
		default:
			return story[fact](before!, here);
	}
}

describe('the eight regulations', () => {
	it('A18 open 18 ways: service 3 through a Center and through the body, the others through the body, each with two ends', () => {
		expect(walks).toHaveLength(18);
	});

	it.each(walks)('A18 $name: every step of the route leads to the next, and the hand-out ends it', (walk) => {
		const story = aStory();
		const route = routeOf(walk.regulation, walk.entry, walk.outcome);
		const fold = () => foldApplication(NUMBER, story.facts, foldContext);
		let before: FactId | undefined;
		route.forEach((step, index) => {
			before = take(story, step, before, walk);
			expect(fold().position, step.fact).toBe(index + 1);
		});
		expect(fold()).toMatchObject({
			state: 'handedOut',
			decision: { kind: walk.outcome },
			anomalies: [],
			packet: { holder: { kind: 'archive' } },
			result: { holder: { kind: 'applicant' } }
		});
	});
});
