import { backwards } from '../application/summary';
import { fold, foldLoosely } from '../text/fold';
import { parsePlainDate, type PlainDate } from '../time/plain-date';

/** What somebody looks for, as it was typed into the one field. */
export type SearchQuery =
	| { kind: 'empty' }
	/** Fewer digits or letters than an index can narrow down. */
	| { kind: 'tooShort' }
	/** Key prefixes that these digits may stand for: beginning or end of a number, beginning of an IIN. */
	| { kind: 'digits'; digits: string; number: string; keys: string[] }
	| { kind: 'date'; date: PlainDate }
	/** Folded words; the longest one asks the index, the others narrow down. */
	| { kind: 'name'; words: string[]; exact: string[] };

const LEAST_DIGITS = 4;
const LEAST_LETTERS = 2;
const IIN_LENGTH = 12;
const NUMBER_LENGTH = 16;

/**
 * Reads what was typed: a number or its last digits, an IIN, `27.11.2026` (or `27.11`, of the year of `today`), a name as it is
 * written or as it comes from a Russian layout.
 */
export function readSearch(text: string, today: PlainDate): SearchQuery {
	const trimmed = text.trim();
	if (trimmed === '') return { kind: 'empty' };
	const date = typedDate(trimmed, today);
	if (date) return { kind: 'date', date };
	const digits = trimmed.replace(/[\s-]/gu, '');
	if (/^\d+$/.test(digits)) return readDigits(digits);
	const words = wordsOf(trimmed, foldLoosely);
	if (words.length === 0 || words[0]!.length < LEAST_LETTERS) return { kind: 'tooShort' };
	return { kind: 'name', words, exact: wordsOf(trimmed, fold) };
}

function readDigits(digits: string): SearchQuery {
	if (digits.length < LEAST_DIGITS) return { kind: 'tooShort' };
	const keys = [
		...(digits.length <= NUMBER_LENGTH ? [`end:${backwards(digits)}`] : []),
		...(digits.length <= IIN_LENGTH ? [`iin:${digits}`] : [])
	];
	return { kind: 'digits', digits, number: digits, keys };
}

/** The longest word first: it narrows down most. */
const wordsOf = (text: string, key: (word: string) => string): string[] =>
	text
		.split(/[\s-]+/u)
		.map(key)
		.filter(Boolean)
		.sort((a, b) => b.length - a.length);

/**
 * `27.11.2026`, or `27.11` of the year of `today`. Typed by hand on purpose: a browser's own date field follows the language of
 * the browser, not of the page.
 */
export function typedDate(text: string, today: PlainDate): PlainDate | undefined {
	const match = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?\.?$/.exec(text.trim());
	if (!match) return undefined;
	const [, day = '', month = '', year = today.slice(0, 4)] = match;
	return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** Whether a name holds all the words as they were typed; if not, it only fits them loosely. `exact`: of the query. */
export function holdsExactly(name: string, exact: readonly string[]): boolean {
	const parts = name.split(/[\s-]+/u).map(fold);
	return exact.every((word) => parts.some((part) => part.startsWith(word)));
}
