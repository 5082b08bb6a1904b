import { describe, expect, it } from 'vitest';
import { plainLaw } from '#tests/support/plain-law.ts';
import { aStory, NUMBER } from '#tests/support/a-story.ts';
import { takeStep } from '#tests/support/take-step.ts';
import { foldApplication } from '#lib/domain/application/fold.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { entriesOf, routeOf } from '#lib/domain/regulation/route.ts';
import { regulations } from './catalog.ts';

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

describe('the eight regulations', () => {
	it('A18 open 18 ways: service 3 through a Center and through the body, the others through the body, each with two ends', () => {
		expect(walks).toHaveLength(18);
	});

	it.each(walks)('A18 $name: every step of the route leads to the next, and the hand-out ends it', (walk) => {
		const story = aStory();
		const route = routeOf(walk.regulation, walk.entry, walk.outcome);
		const fold = () => foldApplication(NUMBER, story.facts, plainLaw);
		let before: FactId | undefined;
		route.forEach((step, index) => {
			before = takeStep(story, step, before, walk);
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
