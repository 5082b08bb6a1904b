import { describe, expect, it } from 'vitest';
import { makePaperNumber, type ApplicationNumber } from '../number/paper-number.ts';
import { aStory, NUMBER } from '#tests/support/a-story.ts';
import { unprintedOf } from './unprinted.ts';

const OTHER = makePaperNumber(1, 1, 2, 7) as ApplicationNumber;

describe('an acceptance whose paper was never printed', () => {
	it('D86 the latest acceptance of a journal is named with its time until its receipt or talon is printed', () => {
		for (const document of ['receipt', 'talon'] as const) {
			const story = aStory();
			story.accepted();
			const [accepted] = story.facts;
			expect(unprintedOf(story.facts)).toEqual({ number: NUMBER, at: accepted!.at });
			story.add('printed', { document: 'packetLabel', copy: 1 });
			expect(unprintedOf(story.facts), 'a label is no receipt').not.toBeNull();
			story.add('printed', { document, copy: 1 });
			expect(unprintedOf(story.facts)).toBeNull();
		}
	});

	it('D86 another one’s receipt says nothing of it, and an earlier one is no news', () => {
		const story = aStory();
		story.accepted();
		story.add('printed', { document: 'receipt', copy: 1 }, { subject: { kind: 'application', number: OTHER } });
		expect(unprintedOf(story.facts)?.number).toBe(NUMBER);
		story.accepted({ subject: { kind: 'application', number: OTHER } });
		expect(unprintedOf(story.facts), 'the later one was printed').toBeNull();
	});

	it('D86 nothing is asked of one that was annulled, taken back or written by hand', () => {
		expect(unprintedOf([])).toBeNull();
		const annulled = aStory();
		annulled.annulled(annulled.accepted());
		expect(unprintedOf(annulled.facts)).toBeNull();
		const byHand = aStory();
		byHand.accepted();
		byHand.add('receiptSpoiled', { copy: 1 }, {}, { text: 'қолмен' });
		expect(unprintedOf(byHand.facts)).toBeNull();
	});
});
