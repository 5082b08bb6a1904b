import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL_PAPERS } from '#lib/domain/documents/testing/all-papers.ts';
import { NAME_LETTERS, NAME_SIGNS } from '#lib/domain/text/name-letters.ts';
import { isNamePart, normaliseName } from '#lib/domain/text/person-name.ts';
import { FONT_FILES } from './paper-fonts.ts';
import { readCmap } from './read-cmap.ts';

const FACES = Object.values(FONT_FILES);
const codePoints = (file: string) => readCmap(readFileSync(`static/fonts/${file}`));
const missingIn = (points: ReadonlyMap<number, number>, text: string) =>
	Array.from(text).filter((sign) => !points.has(sign.codePointAt(0) ?? 0));

describe.each(FACES)('%s', (file) => {
	it('P18 holds the nine letters in both cases, ₸ and №', () => {
		expect(missingIn(codePoints(file), 'әғқңөұүһіӘҒҚҢӨҰҮҺІ₸№')).toEqual([]);
	});

	it('P18 holds the alphabets, digits and signs of the screens and papers', () => {
		const cyrillic = Array.from({ length: 64 }, (_, index) => String.fromCodePoint(0x410 + index)).join('');
		const latin = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(0x20 + index)).join('');
		expect(missingIn(codePoints(file), `${cyrillic}Ёё${latin}\u00a0·—–«»…•□■●▲↻→`)).toEqual([]);
	});

	it('P18 holds every sign of every paper', () => {
		const text = JSON.stringify(Object.values(ALL_PAPERS)).replaceAll(/\\[nt]/g, '');
		expect(missingIn(codePoints(file), text + text.toUpperCase())).toEqual([]);
	});

	it('P64 holds every letter that a name may hold, also as a capital and a small one', () => {
		expect(NAME_LETTERS.length).toBeGreaterThan(400);
		const both = NAME_LETTERS.flatMap((letter) => [letter.toUpperCase(), letter.toLowerCase()]);
		expect(missingIn(codePoints(file), [...NAME_LETTERS, ...NAME_SIGNS, ...both].join(''))).toEqual([]);
	});

	it.each(['Xoʻjayev', 'Şahin', 'Əliyev', 'Раҳимов', 'Ӏимран', 'Ёлкина-Мұқанова', 'Nguyễn', 'O’Konnor', 'Җуманиязов'])(
		'P64 holds the letters of «%s»',
		(name) => {
			const kept = normaliseName(name);
			expect(isNamePart(kept)).toBe(true);
			expect(missingIn(codePoints(file), name + kept + kept.toUpperCase())).toEqual([]);
		}
	);

	it('P18 is small enough to load with the first paper', () => {
		expect(readFileSync(`static/fonts/${file}`).byteLength).toBeLessThan(160_000);
	});
});
