import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { mixedLetters, NAME_LETTERS, strangeSigns } from './name-letters.ts';
import { isNamePart, nameReadings, normaliseName } from './person-name.ts';

describe('names as they are copied and typed', () => {
	it.each([
		'Ғ‘абитов',
		'Ғ`абитов',
		"Ғ'абитов",
		'Ғʼабитов',
		'Ғ´абитов',
		'Ғʻабитов',
		'Ғ′абитов',
		'Ғ＇абитов',
		'Ғ՚абитов'
	])('W30 «%s» has the one apostrophe', (typed) => expect(normaliseName(typed)).toBe('Ғ’абитов'));

	it.each(['Ким–Пак', 'Ким—Пак', 'Ким−Пак', 'Ким‑Пак', 'Ким - Пак', 'Ким\u00a0–\u00a0Пак', 'Ким־Пак', 'Ким－Пак'])(
		'W30 «%s» has the one hyphen',
		(typed) => expect(normaliseName(typed)).toBe('Ким-Пак')
	);

	it.each([
		'Сей\u200bітова',
		'Сей\u00adітова',
		'\ufeffСейітова',
		'Сейіт\u200dова\u200e',
		'\u2060Сейі\ufeffтова',
		'Се\u0301йітова'
	])('W30 what nobody sees is dropped (%#), and U+FEFF is no space', (typed) => {
		expect(normaliseName(typed)).toBe('Сейітова');
		expect(fold(typed)).toBe('сейітова');
	});

	it('W30 every gap is one space, and letters are composed', () => {
		expect(normaliseName(' Марат\u00a0\u202f ұлы\t')).toBe('Марат ұлы');
		expect(normaliseName('Сеи\u0306ітова')).toBe('Сейітова');
	});

	it('W31 a look-alike with one reading is turned, and one of Latin in a Latin word too', () => {
		expect(normaliseName('Oспанов Θнер Γаухар')).toBe('Оспанов Өнер Гаухар');
		expect(normaliseName('Smіth Jоnes')).toBe('Smith Jones');
		expect(nameReadings('Oспанов')).toEqual(['Оспанов']);
	});

	it.each([
		['YМАРОВ', 'УМАРОВ', 'ҮМАРОВ'],
		['ΥМАРОВ', 'УМАРОВ', 'ҮМАРОВ'],
		['ЖАHАН', 'ЖАНАН', 'ЖАҺАН']
	])('W31 «%s» is read as «%s», and «%s» is asked', (typed, likely, other) => {
		expect(normaliseName(typed)).toBe(likely);
		expect(nameReadings(typed)).toEqual([likely, other]);
	});

	it('W31 beside Cyrillic names a Latin word that looks Cyrillic is asked', () => {
		expect(nameReadings('ACKAP', 'Оспанов')).toEqual(['АСКАР', 'ACKAP']);
		expect(nameReadings('ACKAP', 'Smith')).toEqual(['ACKAP']);
		expect(nameReadings('John', 'Оспанов')).toEqual(['John']);
	});

	it.each([
		['Ќайрат', 'Қайрат'],
		['ЃАБИТ', 'ҒАБИТ'],
		['Тањат', 'Таңат'],
		['Нџрлан', 'Нұрлан'],
		['Нўрлан', 'Нұрлан'],
		['Їміт', 'Үміт'],
		['Ґмір', 'Өмір'],
		['Жаћан', 'Жаһан'],
		['Јлия', 'Әлия']
	])('W32 the old font’s «%s» is «%s», which is found and asked', (typed, meant) => {
		expect(normaliseName(typed)).toBe(meant);
		expect(fold(typed)).toBe(fold(meant));
		expect(nameReadings(typed)).toEqual([meant, typed]);
	});

	it('W32 a letter that two code pages read apart is asked with both, and what the document has stays', () => {
		expect(nameReadings('Єгор')).toEqual(['Әгор', 'Ғгор', 'Єгор']);
		expect(normaliseName('Єгор', ['Єгор'])).toBe('Єгор');
	});

	it('W33 a sign that no name has is named, a letter of another alphabet in its word too', () => {
		expect(strangeSigns('Ер2жан! 王 Ер2')).toEqual(['2', '!', '王']);
		expect(strangeSigns('X\u0302u')).toEqual(['X\u0302']);
		expect(mixedLetters('Сейітоvа')).toEqual(['v']);
		expect(['Ержан2', 'გიორგი', 'Сейітоvа', '-', ''].some(isNamePart)).toBe(false);
	});

	it.each([
		'Xo’jayev',
		'Şahin',
		'Əliyev',
		'Раҳимов',
		'Ӏимран',
		'Nguyễn',
		'Łukasz',
		'Їжакевич',
		'Әбдіқадырұлы',
		'Lü',
		'Йылмаз Ӓ.'
	])('W33 «%s» is a name', (name) => expect(isNamePart(name)).toBe(true));

	it('W33 every letter is there in both cases, where it has both', () => {
		const known = new Set(NAME_LETTERS);
		// «İ» and «ß» have no single other case; «ÿ» and the last of a block find theirs elsewhere.
		const oneOnly = new Set('İıßẞ');
		const other = (letter: string) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase());
		expect(NAME_LETTERS.filter((letter) => !oneOnly.has(letter) && !known.has(other(letter)))).toEqual([]);
	});
});
