import { describe, expect, it } from 'vitest';
import { fullName, initials, isNamePart, nameWithInitials, normaliseName, shortName } from './person-name.ts';

const aigul = { surname: 'Сейітова', given: 'Айгүл', patronymic: 'Маратқызы' };

describe('names of people', () => {
	it('W5 a name is written in full, with initials, in short and as two letters', () => {
		expect(fullName(aigul)).toBe('Сейітова Айгүл Маратқызы');
		expect(nameWithInitials(aigul)).toBe('Сейітова А.М.');
		expect(shortName(aigul)).toBe('А. Сейітова');
		expect(initials(aigul)).toBe('С.А.');
	});

	it('W5 a missing patronymic leaves nothing behind', () => {
		expect(fullName({ surname: 'Ли', given: 'Өмір' })).toBe('Ли Өмір');
		expect(nameWithInitials({ surname: 'Ли', given: 'өмір', patronymic: '' })).toBe('Ли Ө.');
	});

	it('W36 a person of one name is named with it wherever initials would stand', () => {
		const one = { surname: '', given: 'Сухарто' };
		expect([fullName(one), nameWithInitials(one), shortName(one)]).toEqual(['Сухарто', 'Сухарто', 'Сухарто']);
	});

	it('W6 a name keeps its typed form, but for spaces and Latin letters inside Cyrillic words', () => {
		expect(normaliseName('  Оспанова \t -  Ли ')).toBe('Оспанова-Ли');
		expect(normaliseName('Сейiтова')).toBe('Сейітова');
		expect(normaliseName('МАРАТҚЫЗЫ ulı')).toBe('МАРАТҚЫЗЫ ulı');
		expect(normaliseName('O’Brien')).toBe('O’Brien');
	});

	it('W6 a name holds letters, hyphens and apostrophes, no digits or other signs', () => {
		expect(['Әбдіқадырұлы', 'Оспанова-Ли', 'O’Brien', 'ұлы Ә.'].every(isNamePart)).toBe(true);
		expect(['', ' ', '-', 'Ержан2', 'Ержан!', 'a@b'].some(isNamePart)).toBe(false);
	});
});
