import { describe, expect, it } from 'vitest';
import { textOfPeopleFile } from './read-people-file.ts';

const LIST = 'Номер;Фамилия';
/** Small Cyrillic letters and capitals of windows-1251 lie 0x350 below Unicode's. */
const in1251 = Uint8Array.from(LIST, (letter) => {
	const code = letter.codePointAt(0)!;
	return code < 0x80 ? code : code - 0x350;
});

describe('a file of people', () => {
	it.each([
		['UTF-8', new TextEncoder().encode(LIST)],
		['UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${LIST}`)],
		['windows-1251', in1251],
		[
			'UTF-16',
			Uint8Array.from([
				0xff,
				0xfe,
				...[...LIST].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])
			])
		]
	])('I65 is read in %s', (_encoding, bytes) => {
		expect(textOfPeopleFile(bytes)).toBe(LIST);
	});

	it('I65 keeps the Kazakh letters of UTF-8', () => {
		expect(textOfPeopleFile(new TextEncoder().encode('Әкесінің аты'))).toBe('Әкесінің аты');
	});
});
