import { asCyrillic, withoutLatinLookAlikes } from './fold.ts';
import { mixedLetters, strangeSigns } from './name-letters.ts';
import { withoutOldLetters } from './old-letters.ts';
import { withPlainSigns } from './plain-signs.ts';

/**
 * A person's name as identity documents write it. The patronymic is never required: not everybody has one. Whoever has one name only
 * has it as the given name; the surname is then empty.
 */
export type PersonName = { surname: string; given: string; patronymic?: string };

/** «Сейітова Айгүл Маратқызы». Parts that are empty leave no space behind. */
export function fullName(name: PersonName): string {
	return [name.surname, name.given, name.patronymic ?? ''].filter((part) => part !== '').join(' ');
}

/** «Сейітова А.М.», as officials sign. A person of one name is named with it. */
export function nameWithInitials(name: PersonName): string {
	if (name.surname === '') return fullName(name);
	const initials = initialOf(name.given) + initialOf(name.patronymic ?? '');
	return [name.surname, initials].filter((part) => part !== '').join(' ');
}

/** «А. Сейітова», as the frame of a screen names who works there. */
export function shortName(name: PersonName): string {
	if (name.surname === '') return fullName(name);
	return [initialOf(name.given), name.surname].filter((part) => part !== '').join(' ');
}

/** «О.Қ.»: who a parked draft belongs to, without telling the name to the queue. */
export function initials(name: PersonName): string {
	return initialOf(name.surname) + initialOf(name.given);
}

/**
 * One part of a name as it is kept: one sign for each apostrophe, hyphen and space, invisible ones dropped, look-alike letters of
 * another alphabet and letters of old fonts put right. Case and everything else stay as typed: the document decides, not we.
 * @param asWritten parts of which a person said that the document has exactly these letters
 */
export function normaliseName(part: string, asWritten: readonly string[] = []): string {
	const tidy = tidyName(part);
	return asWritten.includes(tidy) ? tidy : withoutOldLetters(withoutLatinLookAlikes(tidy));
}

/** The letters as they are written, the signs between them put right. */
export function tidyName(part: string): string {
	return withPlainSigns(part).replace(/ ?- ?/gu, '-');
}

/**
 * All ways to read a part of a name, the likeliest first; where there is one only, nobody has to be asked. Read in two ways are
 * capitals such as Y, letters of old fonts (which other languages have, too) and, beside Cyrillic names, a Latin word that looks
 * wholly Cyrillic.
 * @param beside the other parts of the same name
 */
export function nameReadings(part: string, beside = ''): string[] {
	const tidy = tidyName(part);
	const mended = withoutLatinLookAlikes(tidy);
	const looked = /\p{Script=Cyrillic}/u.test(beside) ? mended.replace(/\p{L}{2,}/gu, lookedAt) : mended;
	return [
		...new Set([
			withoutOldLetters(looked),
			withoutOldLetters(withoutLatinLookAlikes(tidy, 'other')),
			withoutOldLetters(looked, 'other'),
			looked,
			mended
		])
	];
}

/** A word as the eye takes it beside Cyrillic ones: «ACKAP» in Latin letters is «АСКАР». */
function lookedAt(word: string): string {
	const cyrillic = asCyrillic(word);
	return /\p{Script=Latin}/u.test(cyrillic) ? word : cyrillic;
}

/** Whether a part of a name, put right, holds letters of one alphabet a word and the signs of names only, with at least one letter. */
export function isNamePart(part: string): boolean {
	return /\p{L}/u.test(part) && strangeSigns(part).length === 0 && mixedLetters(part).length === 0;
}

function initialOf(part: string): string {
	const [first] = part.normalize('NFC').trim();
	return first === undefined ? '' : `${first.toUpperCase()}.`;
}
