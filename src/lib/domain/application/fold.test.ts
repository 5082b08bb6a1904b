import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aStory, type BODY, context, NUMBER, type Story } from '#tests/support/a-story.ts';
import { type Fact } from '../fact/fact.ts';
import { foldApplication } from './fold.ts';

const here = (story: Story) => {
	const { steps, position } = story.fold();
	return steps[position]?.step.fact ?? 'end';
};
const kinds = (story: Story) => story.fold().anomalies.map(({ kind }) => kind);

describe('the position', () => {
	it('A1 is the first step of the route that no live fact completes', () => {
		const story = aStory();
		const accepted = story.accepted();
		expect(here(story)).toBe('collected');
		story.collected(accepted);
		expect(here(story)).toBe('dispatched');
	});

	it('A1 is behind the last step after the hand-out', () => {
		const story = aStory();
		story.whole();
		expect(here(story)).toBe('end');
		expect(story.fold()).toMatchObject({ state: 'handedOut', anomalies: [] });
	});

	it('A2 lets a physical step be jumped and shows the jump as a gap', () => {
		const story = aStory();
		const accepted = story.accepted();
		const arrived = story.arrived(accepted);
		story.registered(arrived);
		expect(here(story)).toBe('assigned');
		expect(
			story
				.fold()
				.steps.filter(({ state }) => state === 'jumped')
				.map(({ step }) => step.fact)
		).toEqual(['collected', 'dispatched']);
		// One gap to settle, told by the step after it.
		expect(kinds(story)).toEqual(['gap']);
	});

	it('A3 stays before a decision step that stands on nothing live, and flags it', () => {
		const story = aStory();
		const accepted = story.accepted();
		const assigned = story.assigned(story.registered(story.arrived(story.dispatched(story.collected(accepted)))));
		const first = story.drafted(assigned);
		story.sentBack(first);
		story.signed(first);
		expect(here(story)).toBe('drafted');
		expect(kinds(story)).toEqual(['noPredecessor']);
	});

	it('A3 goes on with the second draft after a send-back', () => {
		const story = aStory();
		const assigned = story.assigned(
			story.registered(story.arrived(story.dispatched(story.collected(story.accepted()))))
		);
		const first = story.drafted(assigned);
		story.sentBack(first);
		const second = story.drafted(assigned, 'refusal', { replaces: [first] });
		story.signed(second);
		expect(here(story)).toBe('recorded');
		expect(story.fold().decision).toMatchObject({ kind: 'refusal', draft: second });
	});

	it('A2 does not take a missing row for an arrival', () => {
		const story = aStory();
		story.arrived(story.dispatched(story.collected(story.accepted())), 'missing');
		expect(here(story)).toBe('arrived');
	});
});

describe('live facts', () => {
	it('A4 a fact that an annulment names does not count, and stays in the story with its reason', () => {
		const story = aStory();
		const collected = story.collected(story.accepted());
		const annulment = story.annulled(collected);
		expect(here(story)).toBe('collected');
		expect(story.fold().story.find(({ fact }) => fact.id === collected)?.dead).toEqual({
			why: 'annulled',
			by: annulment
		});
	});

	it('A5 an annulment cannot itself be annulled', () => {
		const story = aStory();
		const collected = story.collected(story.accepted());
		story.annulled(story.annulled(collected));
		expect(here(story)).toBe('collected');
	});

	it('A6 an annulment written after the hand-out has no effect and is shown', () => {
		const story = aStory();
		const { recorded } = story.whole();
		story.annulled(recorded);
		expect(story.fold()).toMatchObject({ state: 'handedOut', decision: { recorded } });
		expect(kinds(story)).toEqual(['annulledTooLate']);
	});

	it('A4 an annulled acceptance leaves an annulled application', () => {
		const story = aStory();
		story.annulled(story.accepted());
		expect(story.fold().state).toBe('annulled');
	});

	it('A8 a replacement that is annulled gives its place back', () => {
		const story = aStory();
		const registered = story.registered(story.arrived(story.dispatched(story.collected(story.accepted()))));
		const first = story.assigned(registered);
		const second = story.assigned(registered, { replaces: [first] });
		expect(story.fold().steps.find(({ step }) => step.fact === 'assigned')?.done?.fact).toBe(second);
		story.annulled(second);
		expect(story.fold().steps.find(({ step }) => step.fact === 'assigned')?.done?.fact).toBe(first);
	});
});

describe('the decision', () => {
	it('A9 is the one that the ledger names, even when another draft came first', () => {
		const story = aStory();
		const assigned = story.assigned(
			story.registered(story.arrived(story.dispatched(story.collected(story.accepted()))))
		);
		story.drafted(assigned, 'notice');
		const other = story.drafted(assigned, 'refusal');
		story.recorded(story.signed(other), 'refusal');
		expect(story.fold().decision).toMatchObject({ kind: 'refusal', draft: other });
		expect(kinds(story)).toContain('twoDecisions');
	});

	it('A9 is null while nothing is drafted', () => {
		const story = aStory();
		story.accepted();
		expect(story.fold().decision).toBeNull();
	});
});

describe('what does not add up', () => {
	it('A10 two live facts of one type on the same fact are a repeat', () => {
		const story = aStory();
		const accepted = story.accepted();
		story.collected(accepted);
		story.collected(accepted);
		expect(kinds(story)).toEqual(['repeat']);
	});

	it('A10 a result that is handed out twice is a repeat, with the receipt or without', () => {
		const without = { to: 'applicant', sheets: 1, originals: { documents: 0, sheets: 0 } } as const;
		for (const first of ['handedOut', 'handedOutWithoutReceipt'] as const) {
			const story = aStory();
			const { recorded, resultsArrived } = story.whole();
			story.facts.pop();
			for (const type of [first, 'handedOutWithoutReceipt'] as const)
				story.add(type, without, { on: [recorded, resultsArrived] });
			expect(kinds(story)).toEqual(['repeat']);
		}
	});

	it('A11 two live acceptances with one number are a collision, never a repeat', () => {
		const story = aStory();
		const first = story.accepted();
		const second = story.accepted({ window: '1' });
		expect(story.fold()).toMatchObject({ acceptance: { fact: first }, rivals: [{ fact: second }] });
		expect(kinds(story)).toEqual(['collision']);
	});

	it('A12 a renumbered acceptance leaves its old number and lives under the new one', () => {
		const story = aStory();
		story.accepted();
		const second = story.accepted({ window: '1' });
		story.add('renumbered', { to: '1000010000207777' }, { on: [second] });
		expect(kinds(story)).toEqual([]);
		const moved = foldApplication(
			'1000010000207777',
			story.facts.filter(({ id, type }) => id === second || type === 'renumbered'),
			context
		);
		expect(moved.acceptance?.fact).toBe(second);
	});

	it('A13 an application of which only a list tells is known by its number only', () => {
		const story = aStory();
		story.dispatched();
		expect(story.fold()).toMatchObject({ state: 'numberOnly', packet: { holder: { kind: 'transit' } } });
		expect(kinds(story)).toEqual(['numberOnly']);
	});

	it('A14 a packet in another body than its own is told', () => {
		const story = aStory();
		story.arrived(story.dispatched(story.collected(story.accepted())), 'extra', { org: 'body-01' as typeof BODY });
		expect(kinds(story)).toEqual(['wrongBody']);
	});

	it('A15 a clock that is more than five minutes off is told, and the order still follows the causes', () => {
		const story = aStory();
		const accepted = story.accepted();
		const collected = story.collected(accepted, { at: 1_000_000_000_000 });
		const folded = story.fold();
		expect(kinds(story)).toEqual(['badClock']);
		expect(folded.story.map(({ fact }) => fact.id)).toEqual([accepted, collected]);
		expect(folded.packet.holder.kind).toBe('collection');
	});

	it('A15 a later check of the clock puts the time right', () => {
		const story = aStory();
		const accepted = story.accepted();
		const right = story.fold().acceptance!.at;
		const folded = foldApplication(NUMBER, story.facts, {
			...context,
			corrections: [{ journal: story.facts[0]!.journal, from: 1, to: 5, offsetMs: -60_000 }]
		});
		expect(folded.acceptance).toMatchObject({ fact: accepted, at: right - 60_000 });
	});

	it('A16 a step done in a role that the regulation does not name is told', () => {
		const story = aStory();
		story.collected(story.accepted(), { role: 'executor' });
		expect(kinds(story)).toEqual(['noRight']);
	});
});

describe('the fold', () => {
	const rich = () => {
		const story = aStory();
		const accepted = story.accepted();
		story.collected(story.collected(accepted));
		const arrived = story.arrived(story.dispatched(accepted), 'damaged');
		const assigned = story.assigned(story.registered(arrived));
		const first = story.drafted(assigned);
		story.sentBack(first);
		const signed = story.signed(story.drafted(assigned, 'refusal', { replaces: [first] }));
		story.annulled(signed);
		story.signed(story.drafted(assigned, 'notice', { at: 5 }));
		story.recorded(signed, 'refusal', { at: 5 });
		return story;
	};

	it('A17 gives the same application whatever the order and the number of arrivals', () => {
		const story = rich();
		const expected = story.fold();
		const arrival = fc
			.shuffledSubarray(story.facts, { minLength: story.facts.length })
			.chain((all) => fc.tuple(fc.constant(all), fc.subarray(story.facts)))
			.map(([all, again]): Fact[] => [...again, ...all]);
		fc.assert(
			fc.property(arrival, (facts) => void expect(story.fold(facts)).toEqual(expected)),
			{ numRuns: 300 }
		);
	});

	it('A17 gives one holder per paper for any part of the facts that has arrived', () => {
		const story = rich();
		fc.assert(
			fc.property(fc.shuffledSubarray(story.facts, { minLength: 1 }), (facts) => {
				const once = story.fold(facts);
				expect(once.packet.holder.kind).toBeTypeOf('string');
				expect(story.fold(facts.toReversed())).toEqual(once);
			})
		);
	});
});
