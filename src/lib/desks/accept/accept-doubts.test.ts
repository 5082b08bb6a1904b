import { describe, expect, test } from 'vitest';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type AcceptDraft, blankDraft } from './accept-draft.ts';
import { doubtsOf } from './accept-doubts.ts';

const MAN = '900101300017';
const given: AcceptDraft = {
	...blankDraft(() => 'f-1' as FactId),
	iin: MAN,
	surname: 'Оспанов',
	given: 'Ержан',
	patronymic: 'Қайратұлы',
	documents: [{ id: 'd1', name: 'Өтініш', form: 'original', sheets: '1', suggested: true }]
};
const kinds = (more: Partial<AcceptDraft>) => doubtsOf({ ...given, ...more }).map((doubt) => doubt.kind);

describe('what has to be seen before an application is accepted', () => {
	test('D84 suggested documents that were not brought, by name', () => {
		expect(doubtsOf(given)).toEqual([]);
		const documents = [
			...given.documents,
			{ id: 'd2', name: 'Куәлік', form: 'copy' as const, sheets: ' ', suggested: true }
		];
		expect(doubtsOf({ ...given, documents })).toEqual([{ kind: 'missing', names: ['Куәлік'] }]);
	});

	test.each(['Қайратқызы', 'Қайрат қызы', 'Петровна', 'Ильинична'])('D84 a man by the IIN with «%s»', (patronymic) => {
		expect(kinds({ patronymic })).toEqual(['sex']);
	});

	test('D84 a woman with «-ұлы», and nobody without a patronymic or with one that does not say', () => {
		expect(kinds({ iin: '900101400010', iinSeen: true })).toEqual(['sex']);
		expect(kinds({ patronymic: '' })).toEqual([]);
		expect(kinds({ patronymic: 'Омар' })).toEqual([]);
	});

	test('D84 a representative, too', () => {
		const name = { surname: 'Ким', given: 'Анна', patronymic: 'Петровна', noSurname: false };
		const representative = { ...name, iin: MAN, iinSeen: false, basis: '№ 5' };
		expect(doubtsOf({ ...given, represented: 'legal', representative })).toEqual([
			{ kind: 'sex', who: 'representative', sex: 'male', patronymic: 'Петровна' }
		]);
	});
});
