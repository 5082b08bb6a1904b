import { fold } from '../text/fold.ts';

/** The number of an entry, normalised so that two spellings of it are equal: « 0118 / А» is «118/а». */
export function sameEntry(entry: string): string {
	return fold(entry)
		.replace(/\s+/gu, '')
		.replace(/^0+(?=\d)/u, '');
}

/**
 * The running number that an entry begins with: 118 of «118», «118/2026» and «118-а». Null where it begins with anything else: such
 * an entry is not counted.
 */
export function runningNumber(entry: string): number | null {
	const digits = /^\s*(\d{1,9})(?!\d)/u.exec(entry)?.[1];
	return digits === undefined ? null : Number(digits);
}

/** The running numbers skipped between the highest of the year's book and an entry; null where none is skipped. */
export function skippedBy(entry: string, yearEntries: readonly (string | null)[]): { from: number; to: number } | null {
	const highest = Number(nextEntry(yearEntries)) - 1;
	const number = runningNumber(entry) ?? 0;
	// A book that begins in the middle of a year may begin with any number.
	return highest > 0 && number > highest + 1 ? { from: highest + 1, to: number - 1 } : null;
}

/** The number to offer for the next entry: one more than the highest of the year's book, 1 for an empty one. */
export function nextEntry(yearEntries: Iterable<string | null>): string {
	let highest = 0;
	for (const entry of yearEntries) highest = Math.max(highest, entry === null ? 0 : (runningNumber(entry) ?? 0));
	return String(highest + 1);
}
