import { describe, expect, it } from 'vitest';
import { type WorkingLetter } from '#lib/domain/examination/working-letter.ts';
import { examineDraftId, readLetter, readMarks, readNote } from './examine-drafts.ts';

const blank: WorkingLetter = {
	decision: '',
	notice: { kk: 'Хабар', ru: 'Извещаем' },
	refusal: { kk: 'Бас тарту', ru: 'Отказ' },
	fields: { amount: { kk: '', ru: '' } },
	grounds: []
};

describe('a half done examination on the disk', () => {
	it('U45 comes back as it was typed', () => {
		const ground = { id: 'g', kk: 'а', ru: 'б', explanation: 'в', explanationRu: '', example: true, own: false };
		const typed: WorkingLetter = { ...blank, decision: 'refusal', refusal: { kk: 'а', ru: 'б' }, grounds: [ground] };
		expect(readLetter(structuredClone(typed), blank)).toEqual(typed);
		const fields = { amount: { kk: '45 000', ru: '' } };
		expect(readLetter({ ...typed, fields }, blank)).toEqual({ ...typed, fields });
		expect(readMarks({ marks: { Өтініш: 'absent' } }, { marks: {} })).toEqual({ marks: { Өтініш: 'absent' } });
		expect(readNote({ text: 'Қоңырау' }, { text: '' })).toEqual({ text: 'Қоңырау' });
	});

	it('U45 what cannot be read begins anew, the rest stays', () => {
		expect(readLetter({ decision: 'maybe', notice: { kk: 'Менікі' }, grounds: 7 }, blank)).toEqual({
			...blank,
			notice: { kk: 'Менікі', ru: '' }
		});
		expect(readLetter(null, blank)).toEqual(blank);
		const { fields: _, ...older } = blank;
		expect(readLetter(older, blank)).toEqual(blank);
		expect(readMarks({ marks: { Өтініш: 'perhaps' } }, { marks: {} })).toEqual({ marks: {} });
		expect(readNote('x', { text: '' })).toEqual({ text: '' });
	});

	it('U45 is one person’s own', () => {
		expect(examineDraftId('1', 'a', 'note')).not.toBe(examineDraftId('1', 'b', 'note'));
	});
});
