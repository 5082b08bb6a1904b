import { type ZxcvbnFactory } from '@zxcvbn-ts/core';
import { lengthRefusalOf, type PasswordRefusal } from '#lib/domain/org/new-password.ts';
import { PASSWORD_WORDS } from './password-words.ts';
import { inLatin, onLatinKeys } from './typed-otherwise.ts';

/** Of 0 … 4: ten billion guesses and more, which a hash of our price makes years of. */
const LEAST_SCORE = 3;
/** Shorter parts of a name are in too many words. */
const SHORTEST_WORD = 3;

let judge: Promise<ZxcvbnFactory> | undefined;

/** The lists take a fifth of a second and some megabytes: a server where nobody sets a password never reads them. */
async function makeJudge(): Promise<ZxcvbnFactory> {
	const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
		import('@zxcvbn-ts/core'),
		import('@zxcvbn-ts/language-common')
	]);
	const own = PASSWORD_WORDS.flatMap(spellings);
	return new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary: { ...dictionary, own } });
}

/**
 * Judges a new password. Each reading counts, as it is typed and as the same keys type it on a Latin layout: «пароль» and gfhjkm are one.
 * Behind the right password or code only: the longest takes a third of a second.
 * @param owner what everybody at the office knows of its owner, texts in any order; what is left without their words must do alone
 * @returns the first reason against it, or null
 */
export async function passwordRefusalOf(password: string, owner: readonly string[]): Promise<PasswordRefusal | null> {
	const refusal = lengthRefusalOf(password);
	if (refusal !== null) return refusal;
	judge ??= makeJudge();
	const known = await judge;
	const readings = [...new Set([password.normalize('NFC'), onLatinKeys(password)])];
	const isWeak = (text: string) => known.check(text).score < LEAST_SCORE;
	if (readings.some(isWeak)) return 'guessable';
	const words = ownerWords(owner);
	const isPersonal = (reading: string) => {
		const rest = without(reading.toLowerCase(), words);
		return rest !== reading.toLowerCase() && isWeak(rest);
	};
	return readings.some(isPersonal) ? 'personal' : null;
}

/** What is left of a text when these words are taken out, the longest first. */
const without = (text: string, words: readonly string[]): string =>
	words.toSorted((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ''), text);

const ownerWords = (owner: readonly string[]): string[] => [
	...new Set(
		owner
			.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))
			.filter((word) => word.length >= SHORTEST_WORD)
			.flatMap(spellings)
	)
];

const spellings = (word: string): string[] => [...new Set([word.toLowerCase(), onLatinKeys(word), inLatin(word)])];
