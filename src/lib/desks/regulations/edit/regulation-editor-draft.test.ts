import { describe, expect, it } from 'vitest';
import { editOf, type RegulationEdit } from '#lib/domain/regulation/regulation-edit.ts';
import { regulations } from '#lib/law/catalog.ts';
import { readRegulationEdit, regulationEditDraftId } from './regulation-editor-draft.ts';

const blank: RegulationEdit = editOf(regulations[2]!, '2026-11-23');

describe('a half done change of a regulation on the disk', () => {
	it('G64 comes back as it was typed', () => {
		const typed = structuredClone(blank);
		typed.refusalGrounds.push({ key: 'new', kk: 'Негіз', ru: '', example: false, source: 'Стандарт' });
		typed.totalTerm = { given: true, amount: '1', unit: 'calendarDays', literal: '', source: '' };
		typed.letters.appeal.ru = '{body';
		expect(readRegulationEdit(structuredClone(typed), blank)).toEqual(typed);
	});

	it('G64 what cannot be read begins anew, the rest stays', () => {
		const stored = { ...blank, validFrom: 7, requiredDocuments: 'none', letters: { notice: { kk: 'Менікі' } } };
		expect(readRegulationEdit(stored, blank)).toEqual({
			...blank,
			letters: { ...blank.letters, notice: { kk: 'Менікі', ru: '', example: false, source: '' } }
		});
		expect(readRegulationEdit(null, blank)).toEqual(blank);
	});

	it('G64 each regulation has a draft of its own', () => {
		expect(new Set(regulations.map(({ id }) => regulationEditDraftId(id))).size).toBe(8);
	});
});
