import { describe, expect, it } from 'vitest';
import { plainLaw } from '../../../../tests/support/plain-law.ts';
import { paperText } from '#lib/domain/documents/testing/paper-text.ts';
import { summaryOf } from '#lib/domain/application/summary.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { aStory, MORNING, NUMBER } from '../../../../tests/support/a-story.ts';
import { journalLines } from './journal-lines.ts';
import { journalPaper } from './journal-paper.ts';

const around = {
	law: plainLaw,
	center: { kk: '№ 3 бөлім', ru: 'отдел № 3' },
	day: plainDate('2026-11-23'),
	staff: (id: string) => `<${id}>`,
	now: MORNING
};

function linesOf(story: ReturnType<typeof aStory>) {
	const application = story.fold();
	return journalLines([summaryOf(application, () => null)], new Map([[NUMBER, application]]));
}

describe('the journal of registration on paper', () => {
	it('J5 a packet that is not collected leaves the place to sign', () => {
		const story = aStory();
		story.accepted();
		const [line] = linesOf(story);
		expect(line?.collected).toBeNull();
		expect(paperText(journalPaper([line!], around))).toContain('<staff-1>, 2');
	});

	it('J5 a collected one says who took it and when; an annulled collection does not', () => {
		const story = aStory();
		const collected = story.collected(story.accepted(), { actor: 'collector' });
		expect(paperText(journalPaper(linesOf(story), around))).toContain('<collector>, 12:00');
		story.annulled(collected);
		expect(linesOf(story)[0]?.collected).toBeNull();
	});
});
