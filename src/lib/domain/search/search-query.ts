import { fold, foldLoosely } from '../text/fold.ts';
import { withPlainSigns } from '../text/plain-signs.ts';
import { type PlainDate } from '../time/plain-date.ts';
import { applicationDigits, digitsInCode } from './number-in-text.ts';
import { backwards, documentKey, phoneKey, wordsOfName } from './search-keys.ts';
import { typedDate } from './typed-date.ts';

/** A search, as typed or pasted into the one field. */
export type SearchQuery =
	| { kind: 'empty' }
	/** Too few digits or letters for an index. */
	| { kind: 'tooShort' }
	/** Key prefixes that these digits may match: beginning or end of a number, an IIN, a telephone, a document. */
	| { kind: 'digits'; digits: string; number: string; keys: string[] }
	/** The number of an identity document with letters. */
	| { kind: 'document'; key: string }
	| { kind: 'date'; date: PlainDate }
	/** Folded words; the longest is used for the index, the others filter. */
	| { kind: 'name'; words: string[]; exact: string[] };

const LEAST_DIGITS = 4;
const LEAST_LETTERS = 2;
const IIN_LENGTH = 12;
const NUMBER_LENGTH = 16;
/** Labels before a number on papers and in messages. */
const LABEL =
	/^(?:(?:№|n°|no\.?|нөмір\p{L}*|номер\p{L}*|тел(?:ефон\p{L}*)?\.?|ұялы|моб\p{L}*\.?|сот\.?|жсн|иин|iin|паспорт\p{L}*|жеке|куәлі\p{L}*|удостоверен\p{L}*|уд\.?|құжат\p{L}*|документ\p{L}*|өтініш\p{L}*|заявлен\p{L}*|қолхат\p{L}*|расписк\p{L}*|талон\p{L}*|пакет\p{L}*|нәтиже\p{L}*|результат\p{L}*)[\s:№#.,]*)+(?=.*\d)/iu;

/**
 * Parses a search: a number or its last digits (with № or the text of our own QR code), an IIN, a telephone, a document's number, a
 * day, or a name as it is written, printed with initials and commas, or typed on a Russian layout.
 */
export function readSearch(text: string, today: PlainDate): SearchQuery {
	const trimmed = withPlainSigns(text);
	if (trimmed === '') return { kind: 'empty' };
	const coded = digitsInCode(trimmed);
	if (coded !== undefined) return readDigits(coded);
	const date = typedDate(trimmed, today);
	if (date) return { kind: 'date', date };
	const value = trimmed.replace(LABEL, '').replace(/^[№#\s]+/u, '');
	const digits = value.replace(/[\s+().,–-]/gu, '');
	if (/^\d+$/.test(digits)) return readDigits(digits, value);
	const key = /\d/.test(value) ? documentKey(value) : null;
	if (key !== null) return { kind: 'document', key };
	const words = wordsOf(trimmed, foldLoosely);
	if (words.length === 0 || words[0]!.length < LEAST_LETTERS) return { kind: 'tooShort' };
	return { kind: 'name', words, exact: wordsOf(trimmed, fold) };
}

function readDigits(digits: string, typed = digits): SearchQuery {
	if (digits.length < LEAST_DIGITS) return { kind: 'tooShort' };
	const number = applicationDigits(digits);
	const others = digits.length < NUMBER_LENGTH ? [phoneKey(typed), documentKey(digits)] : [];
	const keys = [
		...(digits.length <= NUMBER_LENGTH ? [`end:${backwards(number)}`] : []),
		...(digits.length <= IIN_LENGTH ? [`iin:${digits}`] : []),
		...others.filter((key) => key !== null)
	];
	return { kind: 'digits', digits, number, keys };
}

/** The longest word first: it is the most selective. */
const wordsOf = (text: string, key: (word: string) => string): string[] =>
	wordsOfName(text)
		.map(key)
		.filter(Boolean)
		.sort((a, b) => b.length - a.length);

/** Whether a name contains all the words as typed; if not, it only matches loosely. `exact`: of the query. */
export function holdsExactly(name: string, exact: readonly string[]): boolean {
	const parts = wordsOfName(name).map(fold);
	return exact.every((word) => parts.some((part) => part.startsWith(word)));
}
