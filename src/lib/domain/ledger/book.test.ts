import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BookLine, flawsOf, holdersOf, inBookOrder } from './book.ts';
import { nextEntry, runningNumber, skippedBy } from './entry-number.ts';

const line = (entry: string | null, recordedAt: number, number = `n-${entry}-${recordedAt}`): BookLine => ({
	entry,
	recordedAt,
	number
});
/** Months are tens of this calendar: 10–19 the first, 20–29 the second. */
const inMonth = (month: number) => (each: BookLine) => Math.floor(each.recordedAt / 10) === month;

describe('the number of the next entry', () => {
	it('L40 a number that leaves others out is told with them, before it is entered', () => {
		expect(skippedBy('50', ['1', '6', '2'])).toEqual({ from: 7, to: 49 });
		expect(skippedBy('9/2026', ['7'])).toEqual({ from: 8, to: 8 });
		for (const entry of ['7', '6', '1', 'А-9', '']) expect(skippedBy(entry, ['1', '6'])).toBeNull();
	});

	it('L40 a book that begins in the middle of a year leaves nothing out', () => {
		expect(skippedBy('118', [])).toBeNull();
		expect(skippedBy('118', [null, 'без номера'])).toBeNull();
	});

	it('L2 is one more than the highest of the year, whatever stands behind it', () => {
		expect(nextEntry(['7', '118/2026', '117-а', null, 'А-900'])).toBe('119');
		expect(nextEntry([])).toBe('1');
		expect(nextEntry(['без номера'])).toBe('1');
	});

	it('L2 is never one that stands in the book', () => {
		fc.assert(
			fc.property(fc.array(fc.nat({ max: 99_999 })), (numbers) => {
				const entries = numbers.map(String);
				expect(entries).not.toContain(nextEntry(entries));
			})
		);
	});

	it('L2 only what begins with a number takes part in counting', () => {
		expect(runningNumber(' 118 ')).toBe(118);
		expect(runningNumber('0118')).toBe(118);
		expect(runningNumber('к-118')).toBeNull();
	});
});

describe('a month of the book', () => {
	it('L3 a number that is taken is told, however it is spelled', () => {
		const year = [line('118/А', 11, 'first'), line('119', 12)];
		expect(holdersOf(' 0118 / а', year)).toEqual(['first']);
		expect(holdersOf('118', year)).toEqual([]);
	});

	it('L4 numbers left out are told as ranges; those of another month are not missing', () => {
		const year = [line('1', 11), line('3', 21), line('7', 22), line('2', 31), line('8', 32)];
		expect(flawsOf(year, inMonth(2)).missing).toEqual([{ from: 4, to: 6 }]);
		expect(flawsOf(year, inMonth(3)).missing).toEqual([]);
		expect(flawsOf(year, inMonth(5)).missing).toEqual([]);
	});

	it('L4 a slip of the pen is one range', () => {
		expect(flawsOf([line('1', 11), line('999999999', 12)], inMonth(1)).missing).toEqual([{ from: 2, to: 999_999_998 }]);
	});

	it('L4 what is told as missing is exactly what is not there, each number once', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (numbers) => {
				const { missing } = flawsOf(
					numbers.map((number, index) => line(String(number), 10 + index / 100)),
					inMonth(1)
				);
				const told = missing.flatMap(({ from, to }) =>
					Array.from({ length: to - from + 1 }, (_, index) => from + index)
				);
				const all = Array.from({ length: Math.max(...numbers) }, (_, index) => index + 1);
				expect(told).toEqual(all.filter((number) => !numbers.includes(number)));
			})
		);
	});

	it('L4 two applications with one number are told, with both; one that is entered without a number, too', () => {
		const year = [line('5', 11, 'a'), line('5', 21, 'b'), line(null, 22, 'c'), line('6', 23, 'd')];
		expect(flawsOf(year, inMonth(2))).toMatchObject({
			repeated: [{ entry: '5', numbers: ['a', 'b'] }],
			unnumbered: ['c']
		});
	});

	it('L5 the lines stand in the order of their numbers, those without one last', () => {
		const lines = [line(null, 10), line('10', 14), line('9', 15), line('10', 13), line('к-1', 12)];
		expect(inBookOrder(lines).map(({ entry, recordedAt }) => `${entry} ${recordedAt}`)).toEqual([
			'9 15',
			'10 13',
			'10 14',
			'null 10',
			'к-1 12'
		]);
	});
});
