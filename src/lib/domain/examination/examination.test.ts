import { describe, expect, it } from 'vitest';
import { aStory, BODY } from '#tests/support/a-story.ts';
import { type FactId, type StaffId } from '../fact/ids.ts';
import { isPrintedAsItStands, printReasonOf } from './print-reason.ts';
import { checkOf, lastLetterOf, notesOf, sentBackOf } from './examination.ts';

const EXECUTOR = 'staff-9' as StaffId;
const by = { org: BODY, role: 'executor' as const, actor: EXECUTOR };
const letter = { kk: 'Қаралды', ru: 'Рассмотрено', grounds: [] };

function begun() {
	const story = aStory();
	const arrived = story.arrived(story.dispatched(story.collected(story.accepted())));
	const assigned = story.assigned(story.registered(arrived));
	return { story, assigned };
}

describe('what an examination has written down so far', () => {
	it('U38 notes stand with who and when; a check without words is no note', () => {
		const { story, assigned } = begun();
		const note = story.add('examined', {}, { on: [assigned], ...by }, { text: 'Қоңырау шалдым' });
		story.add(
			'examined',
			{ complete: true },
			{ on: [assigned], ...by },
			{ text: '', lines: [{ name: 'а', mark: 'present' }] }
		);
		const [only, ...others] = notesOf(story.fold());
		expect(only).toMatchObject({ fact: note, by: EXECUTOR, text: 'Қоңырау шалдым' });
		expect(others).toEqual([]);
	});

	it('U38 the check that was recorded last counts', () => {
		const { story, assigned } = begun();
		const check = (mark: 'absent' | 'present', complete: boolean) =>
			story.add('examined', { complete }, { on: [assigned], ...by }, { text: '', lines: [{ name: 'а', mark }] });
		expect(checkOf(story.fold())).toBeNull();
		check('absent', false);
		check('present', true);
		expect(checkOf(story.fold())).toMatchObject({ complete: true, lines: [{ mark: 'present' }] });
	});

	it('U39 what the head found wrong stands until a new draft is prepared', () => {
		const { story, assigned } = begun();
		const draft = story.drafted(assigned);
		expect(sentBackOf(story.fold())).toBeNull();
		story.sentBack(draft, { org: BODY });
		expect(sentBackOf(story.fold())).toMatchObject({ text: 'Мерзімін көрсетіңіз' });
		story.drafted(assigned);
		expect(sentBackOf(story.fold())).toBeNull();
	});

	it('U39 work goes on from the letter that came back', () => {
		const { story, assigned } = begun();
		expect(lastLetterOf(story.fold())).toBeNull();
		const draft = story.add('drafted', { decision: 'notice' }, { on: [assigned], ...by }, { text: '', letter });
		story.sentBack(draft, { org: BODY });
		expect(lastLetterOf(story.fold())).toEqual({ decision: 'notice', letter });
	});

	it('U46 a letter is printed for the first time, because it was changed since, or once more', () => {
		const { story, assigned } = begun();
		const draft = story.drafted(assigned);
		const print = () =>
			story.add('printed', { document: 'resultLetter', copy: 1 }, { on: ['accepted-1' as FactId], ...by });
		expect(printReasonOf(story.fold())).toBe('first');
		print();
		expect(printReasonOf(story.fold())).toBe('other');
		story.drafted(assigned, 'refusal', { replaces: [draft] });
		expect(printReasonOf(story.fold())).toBe('amended');
	});

	it('U48 a letter is on paper as it stands from its print until it is changed', () => {
		const { story, assigned } = begun();
		expect(isPrintedAsItStands(story.fold())).toBe(false);
		const draft = story.drafted(assigned);
		expect(isPrintedAsItStands(story.fold())).toBe(false);
		story.add('printed', { document: 'resultLetter', copy: 1 }, { on: ['accepted-1' as FactId], ...by });
		expect(isPrintedAsItStands(story.fold())).toBe(true);
		story.drafted(assigned, 'refusal', { replaces: [draft] });
		expect(isPrintedAsItStands(story.fold())).toBe(false);
	});
});
