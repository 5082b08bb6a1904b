import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { keysOf } from './testing/scanner-keys.ts';
import { Field } from './testing/typed-field.ts';
import { wedgePage } from './testing/wedge-page.ts';

const NUMBER = makePaperNumber(1, 700, 427, 314);
const ENTER = { code: 'Enter', key: 'Enter' };
const numeric = (value = '') => Object.assign(new Field(value), { inputMode: 'numeric' });
const ours = () => Object.assign(numeric(), { dataset: { code: 'paper' } });
const search = () => new Field('', { type: 'search' });

describe('digits that come too slowly', () => {
	it.each([60, 100, 150, 400, 900])(
		'X36 %i ms apart with nothing to write into are reported, and their Enter presses nothing',
		(gap) => {
			const { type, slow, told } = wedgePage();
			expect(type([...keysOf(NUMBER), ENTER], gap).at(-1)).toBe(false);
			expect([slow, told]).toMatchObject([[{ text: NUMBER, slowestGapMs: gap }], []]);
		}
	);

	it('X36 are reported without an Enter too, whole, cut, or of another code', () => {
		for (const text of [NUMBER, NUMBER.slice(3), '4870001234567', `TRZ1:${NUMBER}:3`]) {
			const { type, slow, pass } = wedgePage();
			type(keysOf(text), 120);
			pass(3000);
			expect(slow).toHaveLength(1);
			expect(slow[0]?.text).toContain(text.slice(-13));
		}
	});

	it('X36 are taken out of a field of text when a machine typed them', () => {
		const { press, pass, slow } = wedgePage();
		const field = new Field('Оспанов');
		for (const key of keysOf(NUMBER)) {
			pass(80 + (slow.length % 2) * 15);
			if (press({ ...key, key: key.code.at(-1)! }, field)) field.insert(key.code.at(-1)!);
		}
		press(ENTER, field);
		expect([slow, field.value]).toMatchObject([[{ text: NUMBER, restore: true }], 'Оспанов']);
	});

	it('X36 are taken out of a search where the layout made letters of them: no person writes so', () => {
		const { press, pass, slow } = wedgePage();
		const field = search();
		for (const { code, shift } of keysOf(NUMBER)) {
			pass(110);
			const letter = 'қ"әіңғ,.үұ'[Number(code.at(-1))]!;
			if (press({ code, shift, key: letter }, field)) field.insert(letter);
		}
		expect(press(ENTER, field)).toBe(false);
		expect([slow, field.value]).toMatchObject([[{ text: NUMBER }], '']);
	});

	it.each([
		{ what: 'of numbers', field: numeric },
		{ what: 'of our numbers', field: ours },
		{ what: 'of a search', field: search }
	])('X36 a person who types in a field $what is never disturbed', ({ field }) => {
		const { type, slow, told, pass } = wedgePage();
		expect(type([...keysOf(NUMBER), ENTER], 100, field())).not.toContain(false);
		pass(5000);
		expect([slow, told]).toEqual([[], []]);
	});

	it('X36 a person who writes a number in a field of text, at a person’s pace, keeps it', () => {
		const gaps = fc.array(fc.integer({ min: 90, max: 500 }), { minLength: 17, maxLength: 17 });
		fc.assert(
			fc.property(gaps, (all) => {
				fc.pre(Math.max(...all) - Math.min(...all) > 60);
				const { press, pass, slow } = wedgePage();
				const field = new Field('');
				[...keysOf(NUMBER), ENTER].forEach((key, at) => {
					pass(all[at]!);
					press(key, field);
				});
				pass(5000);
				expect(slow.filter(({ restore }) => restore)).toEqual([]);
			}),
			{ numRuns: 40 }
		);
	});

	it('X36 a few digits are choices of a person, and quick scans one after the other are no slow one', () => {
		const { type, slow, told, pass } = wedgePage();
		type(keysOf('12345678'), 300);
		pass(5000);
		for (let scan = 0; scan < 3; scan++) {
			type(keysOf(NUMBER), 5);
			pass(300);
		}
		pass(5000);
		expect([slow, told.length]).toEqual([[], 3]);
	});

	it('X37 a gap that this device has learned is read', () => {
		const { type, slow, told } = wedgePage({ gapMs: 130, prefix: '', suffix: '' });
		type([...keysOf(NUMBER), ENTER], 120);
		expect([told, slow]).toMatchObject([[{ kind: 'scan', number: NUMBER }], []]);
	});
});
