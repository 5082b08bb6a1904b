import { describe, expect, it } from 'vitest';
import { letterOf, letterProblems, withGround, type WorkingLetter, workingLetter } from './working-letter.ts';

const templates = { notice: { kk: 'Хабар', ru: 'Извещаем' }, refusal: { kk: 'Бас тарту', ru: 'Отказ' } };
let next = 0;
const newId = () => `id-${++next}`;
const listed = { kk: 'Толық емес', ru: 'Не в полном объёме', example: true as const };
const begun = (more: Partial<WorkingLetter> = {}) => ({ ...workingLetter(templates, null, newId), ...more });
const explained = { id: 'g', kk: 'а', ru: 'б', explanation: 'в', explanationRu: 'г', example: false, own: true };

describe('a letter while it is being written', () => {
	it('U40 begins with the templates, or with the letter that was written last', () => {
		expect(begun()).toMatchObject({ decision: '', ...templates, grounds: [] });
		const letter = { kk: 'Өзге', ru: 'Иное', grounds: [{ kk: 'а', ru: 'б', explanation: 'в' }] };
		expect(workingLetter(templates, { decision: 'refusal', letter }, newId)).toMatchObject({
			decision: 'refusal',
			notice: templates.notice,
			refusal: { kk: 'Өзге', ru: 'Иное' },
			grounds: [{ explanation: 'в', explanationRu: 'в', own: true }]
		});
	});

	it('U40 each outcome keeps its own text; a notice takes no grounds with it', () => {
		expect(letterOf(begun())).toBeNull();
		const notice = letterOf(begun({ decision: 'notice', grounds: [explained] }));
		expect(notice).toEqual({ decision: 'notice', letter: { ...templates.notice, grounds: [] } });
		const refusal = letterOf(begun({ decision: 'refusal', grounds: [{ ...explained, explanation: ' в ' }] }));
		expect(refusal?.letter).toMatchObject({
			...templates.refusal,
			grounds: [{ explanation: 'в', explanationRu: 'г' }]
		});
	});

	it('U41 a ground of the list is chosen once and stays marked as an example; leaving it leaves the others', () => {
		const chosen = withGround([explained], listed, true, newId);
		expect(chosen).toMatchObject([{ id: 'g' }, { kk: 'Толық емес', example: true, own: false, explanation: '' }]);
		expect(withGround(chosen, listed, true, newId)).toEqual(chosen);
		expect(withGround(chosen, listed, false, newId)).toEqual([explained]);
	});

	it('U42 what is missing is told at its place: outcome, texts, grounds, explanations', () => {
		expect(letterProblems(begun())).toEqual([{ at: 'decision', why: 'empty' }]);
		expect(letterProblems(begun({ decision: 'notice' }))).toEqual([]);
		expect(letterProblems(begun({ decision: 'notice', notice: { kk: ' ', ru: 'Срок: {date}' } }))).toEqual([
			{ at: 'kk', why: 'empty' },
			{ at: 'ru', why: 'openField' }
		]);
		const lined = { kk: 'Белсенді нысаны: ________', ru: 'Активная форма: общественные работы' };
		expect(letterProblems(begun({ decision: 'notice', notice: lined }))).toEqual([{ at: 'kk', why: 'openField' }]);
		expect(letterProblems(begun({ decision: 'refusal' }))).toEqual([{ at: 'grounds', why: 'empty' }]);
		const silent = { ...explained, explanation: '', explanationRu: ' ' };
		expect(letterProblems(begun({ decision: 'refusal', grounds: [silent] }))).toEqual([
			{ at: 'explanation', ground: 'g', why: 'empty' },
			{ at: 'explanationRu', ground: 'g', why: 'empty' }
		]);
		expect(letterProblems(begun({ decision: 'refusal', grounds: [explained] }))).toEqual([]);
	});
});
