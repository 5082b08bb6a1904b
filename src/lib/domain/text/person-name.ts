import { withoutLatinLookAlikes } from './fold';

/** A person's name as identity documents write it. The patronymic is never required: not everybody has one. */
export type PersonName = { surname: string; given: string; patronymic?: string };

/** «Сейітова Айгүл Маратқызы». Parts that are empty leave no space behind. */
export function fullName(name: PersonName): string {
	return [name.surname, name.given, name.patronymic ?? ''].filter((part) => part !== '').join(' ');
}

/** «Сейітова А.М.», as officials sign. */
export function nameWithInitials(name: PersonName): string {
	const initials = initialOf(name.given) + initialOf(name.patronymic ?? '');
	return [name.surname, initials].filter((part) => part !== '').join(' ');
}

/** «А. Сейітова», as the frame of a screen names who works there. */
export function shortName(name: PersonName): string {
	return [initialOf(name.given), name.surname].filter((part) => part !== '').join(' ');
}

/** «О.Қ.»: who a parked draft belongs to, without telling the name to the queue. */
export function initials(name: PersonName): string {
	return initialOf(name.surname) + initialOf(name.given);
}

/**
 * One part of a name as it is kept: spaces trimmed and collapsed, spaces around hyphens gone, Latin look-alikes inside
 * Cyrillic words put right. Letters, their case and everything else stay as typed: the document decides, not we.
 */
export function normaliseName(part: string): string {
	return withoutLatinLookAlikes(part)
		.replace(/\s+/gu, ' ')
		.replace(/ ?([-‐‑]) ?/gu, '$1')
		.trim();
}

/** Whether a part of a name holds letters, hyphens, apostrophes, dots and spaces only, with at least one letter. */
export function isNamePart(part: string): boolean {
	return /\p{L}/u.test(part) && /^[\p{L}\p{M}\s.'’ʼ‐‑-]+$/u.test(part);
}

function initialOf(part: string): string {
	const [first] = part.normalize('NFC').trim();
	return first === undefined ? '' : `${first.toUpperCase()}.`;
}
