import { type FactId } from '#lib/domain/fact/ids.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type Entry, type Outcome, type RouteStep } from '#lib/domain/regulation/route.ts';
import { BODY, CENTER, type Story } from './a-story.ts';

/** One way of an application under a regulation. */
export type Walk = { regulation: Regulation; entry: Entry; outcome: Outcome };

/** Does one step of the route in the role and the org that it names, on the fact before it. */
export function takeStep(story: Story, { fact, unit }: RouteStep, before: FactId | undefined, walk: Walk): FactId {
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
