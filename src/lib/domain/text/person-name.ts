import { asCyrillic, withoutLatinLookAlikes } from './fold.ts';
import { mixedLetters, strangeSigns } from './name-letters.ts';
import { withoutOldLetters } from './old-letters.ts';
import { withPlainSigns } from './plain-signs.ts';

/**
 * A person's name as in identity documents. The patronymic is never required: not everybody has one. A single name is the given
 * name; the surname is then empty.
 */
export type PersonName = { surname: string; given: string; patronymic?: string };

/** «Сейітова Айгүл Маратқызы». Empty parts leave no space. */
export function fullName(name: PersonName): string {
	return [name.surname, name.given, name.patronymic ?? ''].filter((part) => part !== '').join(' ');
}

/** «Сейітова А.М.», as in official signatures. A single name is printed in full. */
export function nameWithInitials(name: PersonName): string {
	if (name.surname === '') return fullName(name);
	const initials = initialOf(name.given) + initialOf(name.patronymic ?? '');
	return [name.surname, initials].filter((part) => part !== '').join(' ');
}

/** «А. Сейітова», as in the header of the screens. */
export function shortName(name: PersonName): string {
	if (name.surname === '') return fullName(name);
	return [initialOf(name.given), name.surname].filter((part) => part !== '').join(' ');
}

/** «О.Қ.»: the person of a parked draft, without showing the name to the queue. */
export function initials(name: PersonName): string {
	return initialOf(name.surname) + initialOf(name.given);
}

/**
 * One part of a name as stored: one sign for each apostrophe, hyphen and space, invisible ones dropped, look-alike letters of
 * another alphabet and letters of old fonts corrected. Case and everything else stay as typed: the document decides, not we.
 * @param asWritten parts confirmed to have exactly these letters in the document
 */
export function normaliseName(part: string, asWritten: readonly string[] = []): string {
	const tidy = tidyName(part);
	return asWritten.includes(tidy) ? tidy : withoutOldLetters(withoutLatinLookAlikes(tidy));
}

/** The letters as typed, the signs between them normalised. */
export function tidyName(part: string): string {
	return withPlainSigns(part).replace(/ ?- ?/gu, '-');
}

/**
 * All readings of a part of a name, the likeliest first; with one only, the user is not asked. Ambiguous are capitals such as Y,
 * letters of old fonts (which other languages have too) and, beside Cyrillic names, a Latin word of look-alikes only.
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

/** A word as it looks beside Cyrillic ones: «ACKAP» in Latin letters is «АСКАР». */
function lookedAt(word: string): string {
	const cyrillic = asCyrillic(word);
	return /\p{Script=Latin}/u.test(cyrillic) ? word : cyrillic;
}

/**
 * Whether a normalised part of a name contains only letters of one alphabet per word and the signs of names, with at least one
 * letter.
 */
export function isNamePart(part: string): boolean {
	return /\p{L}/u.test(part) && strangeSigns(part).length === 0 && mixedLetters(part).length === 0;
}

function initialOf(part: string): string {
	const [first] = part.normalize('NFC').trim();
	return first === undefined ? '' : `${first.toUpperCase()}.`;
}
