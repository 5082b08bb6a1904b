import { describe, expect, it } from 'vitest';
import { type AttachedDocument } from '../application/application.ts';
import { type FactId } from '../fact/ids.ts';
import { type RequiredDocument } from '../regulation/regulation.ts';
import {
	checkedLines,
	checklistLines,
	checklistVerdict,
	documentName,
	explanationOf,
	type Marks,
	marksOf,
	withAttachedPresent
} from './checklist.ts';

const asked = (kk: string, ru: string): RequiredDocument => ({ kk, ru, defaultForm: 'copy', example: true });
const REQUIRED = [asked('Өтініш', 'Заявление'), asked('Жеке куәлік', 'Удостоверение личности')];
const given = (name: string | null, sheets = 1): AttachedDocument => ({
	name,
	form: 'copy',
	sheets,
	addedBy: 'accepted-1' as FactId
});
const LINES = checklistLines([given('заявление'), given('Туу туралы куәлік', 2)], REQUIRED);
const marks = (...list: Marks[string][]): Marks =>
	Object.fromEntries(LINES.map(({ key }, place) => [key, list[place]!]));

describe('the check of a packet', () => {
	it('U35 asks for what the regulation lists, in whichever language it was typed, then for what else lies there', () => {
		expect(LINES).toMatchObject([
			{ key: 'Өтініш', attached: [{ form: 'copy', sheets: 1 }], required: true, example: true },
			{ key: 'Жеке куәлік', attached: [], required: true },
			{ key: 'Туу туралы куәлік', attached: [{ sheets: 2 }], required: false, example: false }
		]);
	});

	it('U98 a document of the list is shown in the language of its reader, whichever it was typed in', () => {
		for (const typed of ['өтініш', 'Заявление'])
			expect(documentName(typed, REQUIRED)).toEqual({ kk: 'Өтініш', ru: 'Заявление' });
		expect(documentName('Туу туралы куәлік', REQUIRED)).toBe('Туу туралы куәлік');
	});

	it('U35 two papers of one name are one line, papers whose names are not at hand a line each', () => {
		const lines = checklistLines([given('Үзінді', 1), given('үзінді', 3), given(null), given(null)], []);
		expect(lines.map(({ key, attached }) => [key, attached.length])).toEqual([
			['Үзінді', 2],
			['№ 3', 1],
			['№ 4', 1]
		]);
	});

	it('U36 nothing is said of a packet before every line has its mark', () => {
		expect(checklistVerdict(LINES, {})).toEqual({ kind: 'unchecked', left: 3 });
		expect(checklistVerdict(LINES, { Өтініш: 'absent' })).toEqual({ kind: 'unchecked', left: 2 });
		expect(checklistVerdict([], {})).toEqual({ kind: 'unchecked', left: 0 });
	});

	it('U36 a packet is complete when everything is in place or not needed', () => {
		expect(checklistVerdict(LINES, marks('present', 'notNeeded', 'present'))).toEqual({ kind: 'complete' });
		expect(checklistVerdict(LINES, marks('wrong', 'present', 'present')).kind).toBe('incomplete');
		expect(checklistVerdict(LINES, marks('wrong', 'absent', 'present'))).toMatchObject({
			kind: 'incomplete',
			absent: [{ key: 'Жеке куәлік' }],
			wrong: [{ key: 'Өтініш' }]
		});
	});

	it('U36 a check is read back as it was recorded', () => {
		const found = marks('present', 'absent', 'wrong');
		expect(marksOf(checkedLines(LINES, found))).toEqual(found);
		expect(checkedLines(LINES, { Өтініш: 'present' })).toEqual([{ name: 'Өтініш', mark: 'present' }]);
	});

	it('U36 one press puts everything that lies there in place, and changes no mark', () => {
		expect(withAttachedPresent(LINES, { Өтініш: 'wrong' })).toEqual({
			Өтініш: 'wrong',
			'Туу туралы куәлік': 'present'
		});
	});

	it('U37 what is absent or wrong is offered as an explanation in both languages', () => {
		expect(explanationOf(LINES, marks('wrong', 'absent', 'present'))).toEqual({
			kk: 'Ұсынылмаған құжаттар: Жеке куәлік. Талапқа сай емес құжаттар: Өтініш.',
			ru: 'Не представлены документы: Удостоверение личности. Не соответствуют требованиям документы: Заявление.'
		});
		expect(explanationOf(LINES, marks('present', 'notNeeded', 'present'))).toBeNull();
	});
});
