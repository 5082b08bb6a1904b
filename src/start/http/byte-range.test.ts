import { describe, expect, it } from 'vitest';
import { readRange } from './byte-range.ts';

describe('a part of a file', () => {
	it.each([
		['bytes=0-0', { start: 0, end: 0 }],
		['bytes=2-5', { start: 2, end: 5 }],
		['bytes=5-', { start: 5, end: 9 }],
		['bytes=5-999999999999999999999', { start: 5, end: 9 }],
		['bytes=-3', { start: 7, end: 9 }],
		['bytes=-99', { start: 0, end: 9 }],
		['Bytes = 2 - 5', { start: 2, end: 5 }]
	])('N72 %s of ten bytes is %j', (header, part) => {
		expect(readRange(header, 10)).toEqual(part);
	});

	it.each(['bytes=5-1', 'bytes=10-', 'bytes=10-20', 'bytes=-0', 'bytes=9999999999999999999999-', 'bytes=007-6'])(
		'N72 %s of ten bytes is none of it',
		(header) => {
			expect(readRange(header, 10)).toBe('unsatisfiable');
		}
	);

	it.each([
		'bytes=',
		'bytes=-',
		'bytes=a-b',
		'bytes=1-2,5-6',
		'lines=1-2',
		'bytes',
		'',
		'bytes=--5',
		'bytes=0x1-0x2',
		'bytes=1.5-2'
	])('N72 “%s” is ignored, and the whole file is sent', (header) => {
		expect(readRange(header, 10)).toBeNull();
	});

	it('N72 of an empty file there is no part', () => {
		for (const header of ['bytes=0-', 'bytes=0-0', 'bytes=-1']) expect(readRange(header, 0)).toBe('unsatisfiable');
	});
});
