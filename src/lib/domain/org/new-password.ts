/** Characters of a new password. A hash is made of all of them; the bound keeps that and the search for patterns short. */
export const NEW_PASSWORD = { least: 12, most: 128 } as const;

/**
 * Why a new password will not do: its length, words and patterns that are guessed first, what everybody knows of its owner, or that it is the
 * old one. All but the length is judged by the server, which has the lists.
 */
export const PASSWORD_REFUSALS = ['tooShort', 'tooLong', 'guessable', 'personal', 'asBefore'] as const;
export type PasswordRefusal = (typeof PASSWORD_REFUSALS)[number];

/** Length as a person counts it: й is one character, however it was typed. */
export const lengthOf = (password: string): number => [...password.normalize('NFC')].length;

/** Whether a new password is too short or too long; null where its length will do. */
export function lengthRefusalOf(password: string): 'tooShort' | 'tooLong' | null {
	const length = lengthOf(password);
	if (length < NEW_PASSWORD.least) return 'tooShort';
	return length > NEW_PASSWORD.most ? 'tooLong' : null;
}
