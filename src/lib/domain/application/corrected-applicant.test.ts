import { describe, expect, it } from 'vitest';
import { aStory, NUMBER, type Story } from '#tests/support/a-story.ts';
import { type FactId } from '../fact/ids.ts';
import { summaryOf } from './summary.ts';

const correct = (story: Story, accepted: FactId) =>
	story.add(
		'amended',
		{ what: 'applicant', documents: [] },
		{ on: [accepted] },
		{ documents: [], applicant: { surname: 'Оспанова' } }
	);

describe('what is corrected after the visit', () => {
	it('A20 a correction changes only what it names, and the row is found by the new name', () => {
		const story = aStory();
		const accepted = story.accepted();
		correct(story, accepted);
		const application = story.fold();
		expect(application.acceptance?.applicant).toMatchObject({ surname: 'Оспанова', given: 'Ержан' });
		expect(application.documents).toHaveLength(1);
		expect(summaryOf(application, () => null).keys).toContain('name:оспанова');
	});

	it('A20 an annulled correction never was', () => {
		const story = aStory();
		const accepted = story.accepted();
		const amended = correct(story, accepted);
		story.annulled(amended);
		expect(story.fold().acceptance?.applicant?.surname).toBe('Оспанов');
	});

	it('A19 the key of the last digits is the number backwards', () => {
		const story = aStory();
		story.accepted();
		const key = summaryOf(story.fold(), () => null).keys.find((found) => found.startsWith('end:'));
		const lastFour = [...NUMBER.slice(-4)].reverse().join('');
		expect(key?.startsWith(`end:${lastFour}`)).toBe(true);
	});
});
