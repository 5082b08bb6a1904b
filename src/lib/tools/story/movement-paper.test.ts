import { describe, expect, it } from 'vitest';
import { plainLaw } from '../../../../tests/support/plain-law.ts';
import { applicationOf } from '#lib/law/law.ts';
import { foldApplication } from '#lib/domain/application/fold.ts';
import { paperText } from '#lib/domain/documents/testing/paper-text.ts';
import { aStory, MORNING, NUMBER } from '../../../../tests/support/a-story.ts';
import { limitWords, movementPaper } from './movement-paper.ts';

const around = {
	law: plainLaw,
	staff: (id: string) => `<${id}>`,
	org: (id: string) => ({ kk: id, ru: id }),
	compiledBy: { name: 'Жүнісов Қ.Ө.', role: 'centerHead' },
	chainChecked: false,
	copy: 1,
	now: MORNING
};

describe('the movement sheet of an application', () => {
	it('Y9 tells each step that is done, with limit, time taken and whether it was in time', () => {
		const story = aStory();
		const accepted = story.accepted({ at: MORNING + 20 * 60_000 });
		story.collected(accepted, { at: MORNING + 86_400_000 });
		const text = paperText(movementPaper(foldApplication(NUMBER, story.facts, plainLaw), around));
		expect(text).toContain('20 мин');
		expect(text).toContain('30 мин');
		expect(text).toContain('Жинау');
		expect(text).toContain('<staff-1>');
		expect(text.match(/^иә$/gmu)).toHaveLength(1);
		expect(text.match(/^жоқ$/gmu)).toHaveLength(1);
		expect(text).not.toContain('Тіркеу');
	});

	it('Y9 of people of another org the post stands in place of the name', () => {
		const story = aStory();
		story.accepted();
		const application = foldApplication(NUMBER, story.facts, plainLaw);
		expect(paperText(movementPaper(application, { ...around, staff: () => null }))).toContain('Инспектор Центра');
	});

	it('Y9 an application without an acceptance has an empty sheet, not a broken one', () => {
		const text = paperText(movementPaper(applicationOf(NUMBER, [], plainLaw), around));
		expect(text).toContain('Пакеттің қозғалыс парағы');
	});

	it('Y9 a limit is told in words, a rate by the day', () => {
		expect(limitWords({ amount: 2, unit: 'timesPerDay', bound: 'notLessThan' }).ru).toBe('В день не менее: 2');
		expect(limitWords({ amount: 1, unit: 'workingDays' }).kk).toBe('1 жұмыс күні');
	});
});
