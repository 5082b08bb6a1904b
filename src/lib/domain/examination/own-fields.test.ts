import { describe, expect, it } from 'vitest';
import { regulations } from '#lib/law/catalog.ts';
import { type LetterField } from '../regulation/letter-field.ts';
import { fieldsIn, ownFieldValue, sampleFields, withFieldNames, withOwnFields } from './own-fields.ts';
import { letterOf, letterProblems, workingLetter } from './working-letter.ts';

const field = (kind: LetterField['kind'], key = 'value'): LetterField => ({
	key,
	kind,
	label: { kk: 'Мәні', ru: 'Значение' },
	sample: { kk: 'а', ru: 'б' }
});
const read = (kind: LetterField['kind'], kk: string, ru = '') => ownFieldValue(field(kind), { kk, ru });
const valueOf = (kind: LetterField['kind'], kk: string, ru = '') => {
	const found = read(kind, kk, ru);
	return found.ok ? found.value : found.why;
};

describe('a value that the executor types into a letter', () => {
	it.each([
		['45000', '45\u00a0000\u00a0теңге', '45\u00a0000\u00a0тенге'],
		['1 234 567,50', '1\u00a0234\u00a0567,50\u00a0теңге', '1\u00a0234\u00a0567,50\u00a0тенге'],
		['0045', '45\u00a0теңге', '45\u00a0тенге'],
		['45\u00a0000.05', '45\u00a0000,05\u00a0теңге', '45\u00a0000,05\u00a0тенге']
	])('G82 the amount %s is written in tenge of both languages', (typed, kk, ru) => {
		expect(valueOf('money', typed)).toEqual({ kk, ru });
	});

	it('G82 days are written in full, a period begins before it ends', () => {
		expect(valueOf('date', '1.2.2026')).toEqual({ kk: '01.02.2026', ru: '01.02.2026' });
		expect(valueOf('period', '01.12.2026-31.05.2027')).toEqual({
			kk: '01.12.2026 – 31.05.2027',
			ru: '01.12.2026 – 31.05.2027'
		});
		expect(valueOf('count', ' 3 ')).toEqual({ kk: '3', ru: '3' });
	});

	it.each([
		['money', 'көп'],
		['money', '-5'],
		['count', '2,5'],
		['count', '0'],
		['date', '30.02.2026'],
		['date', '2026-12-01'],
		['period', '01.12.2026'],
		['period', '31.05.2027 – 01.12.2026'],
		['count', ' ']
	] as const)('G82 a %s «%s» is told at its field', (kind, typed) => {
		expect(valueOf(kind, typed)).toBe(typed.trim() === '' ? 'empty' : kind);
	});

	it('G83 the Russian half is never the Kazakh words copied', () => {
		expect(valueOf('text', 'бірінші топ', 'первая группа')).toEqual({ kk: 'бірінші топ', ru: 'первая группа' });
		expect(valueOf('text', 'бірінші топ')).toBe('emptyRu');
		expect(valueOf('text', 'бірінші топ', 'бірінші топ')).toBe('kazakhInRussian');
		expect(valueOf('text', 'Алматы', 'Алматы')).toEqual({ kk: 'Алматы', ru: 'Алматы' });
	});
});

describe('the names of the fields in a text', () => {
	const fields = [{ ...field('count', 'children'), label: { kk: 'Балалар саны', ru: 'Число детей' } }];
	const template = { kk: 'Саны: {children}. {other}', ru: 'Детей: {children}. {other}' };
	const named = { kk: 'Саны: {Балалар саны}. {other}', ru: 'Детей: {Число детей}. {other}' };

	it('U97 a person reads the name of a field where its value goes, never its key', () => {
		expect(withFieldNames(template, fields)).toEqual(named);
		const { notice } = workingLetter({ notice: template, refusal: template }, null, () => 'id', fields);
		expect(notice).toEqual(named);
	});

	it.each([template, named])('U97 a text is filled by key and by name alike: %j', (text) => {
		expect(fieldsIn(text, fields)).toEqual(fields);
		expect(withOwnFields(text, fields, { children: { kk: '2', ru: '' } })).toEqual({
			kk: 'Саны: 2. {other}',
			ru: 'Детей: 2. {other}'
		});
	});

	it('U97 what is in braces and no field stays an open field of the letter', () => {
		const letter = workingLetter({ notice: template, refusal: template }, null, () => 'id', fields);
		const typed = { ...letter, decision: 'notice' as const, fields: { children: { kk: '2', ru: '' } } };
		expect(letterProblems(typed, fields)).toEqual([
			{ at: 'kk', why: 'openField' },
			{ at: 'ru', why: 'openField' }
		]);
	});
});

describe('a letter with fields of its service', () => {
	const fields = [field('money', 'amount'), field('text', 'place'), field('date', 'unused')];
	const text = { kk: 'Мөлшері: {amount}. Орны: {place}.', ru: 'Размер: {amount}. Место: {place}.' };
	const working = (typed: Record<string, { kk: string; ru: string }> = {}) => ({
		...workingLetter({ notice: text, refusal: { kk: 'Жоқ', ru: 'Нет' } }, null, () => 'id', fields),
		decision: 'notice' as const,
		...(Object.keys(typed).length > 0 ? { fields: typed } : {})
	});

	it('G84 does not go to the head before each field that it names is filled', () => {
		expect(letterProblems(working(), fields)).toEqual([
			{ at: 'field', field: 'amount', why: 'empty' },
			{ at: 'field', field: 'place', why: 'empty' }
		]);
		const half = working({ amount: { kk: '45000', ru: '' }, place: { kk: 'Қойма', ru: '' } });
		expect(letterProblems(half, fields)).toEqual([{ at: 'field', field: 'place', why: 'emptyRu' }]);
	});

	it('G84 says what was typed, in the words of each language', () => {
		const whole = working({ amount: { kk: '45000', ru: '' }, place: { kk: 'Қойма', ru: 'Склад' } });
		expect(letterProblems(whole, fields)).toEqual([]);
		expect(letterOf(whole, fields)?.letter).toMatchObject({
			kk: 'Мөлшері: 45\u00a0000\u00a0теңге. Орны: Қойма.',
			ru: 'Размер: 45\u00a0000\u00a0тенге. Место: Склад.'
		});
	});

	it('G84 a field of nobody stays in its braces and is asked for as an open one', () => {
		const other = { ...working(), notice: { kk: 'Сома: {sum}.', ru: 'Сумма: 5.' } };
		expect(letterProblems(other, fields)).toEqual([{ at: 'kk', why: 'openField' }]);
	});

	it('G84 the samples of the eight services fill their own notices, the Russian half without a Kazakh word', () => {
		for (const { letters, letterFields = [], id } of regulations) {
			const { kk, ru } = withOwnFields(letters!.notice, letterFields, sampleFields(letterFields));
			const left = [...`${kk}${ru}`.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, key]) => key);
			expect(
				left.filter((key) => !['applicant', 'service', 'date', 'number', 'body'].includes(key!)),
				id
			).toEqual([]);
			expect(ru, id).not.toMatch(/[әғқңөұүһі]/iu);
		}
	});
});
