/** The digits of a text, at most `length` of them: what remains of pasted spaces, hyphens and no-break spaces. */
export function digitsOf(text: string, length: number): string {
	return text.replace(/[^0-9]/g, '').slice(0, length);
}

/** Digits in groups with one space between: `110402261` → `1104 0226 1`. */
export function grouped(digits: string, size: number): string {
	return digits.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? '';
}

/**
 * Where a deletion key must work from when the caret stands beside a gap: the gap is drawn, not typed, so deleting it
 * alone would change nothing. Gives the number of the digit to take out, or undefined when the browser does right itself.
 */
export function digitBesideGap(shown: string, caret: number, key: 'Backspace' | 'Delete'): number | undefined {
	const before = digitsOf(shown.slice(0, caret), shown.length).length;
	if (key === 'Backspace' && shown[caret - 1] === ' ') return before - 1;
	if (key === 'Delete' && shown[caret] === ' ') return before;
	return undefined;
}

/** Where the caret stands in the grouped text after `count` digits. */
export function caretAfter(count: number, size: number): number {
	return count === 0 ? 0 : count + Math.floor((count - 1) / size);
}

/** What a key does to a typed number: digits and caret (counted in digits) after it. */
export type DigitEdit = { digits: string; caret: number };

/**
 * Puts text in place of the digits `from`…`to`. Digits beyond `length` are dropped at the end, never in the middle, so
 * that a full field does not change under a key pressed by mistake.
 */
export function insertDigits(digits: string, from: number, to: number, text: string, length: number): DigitEdit {
	const room = length - (digits.length - (to - from));
	const added = digitsOf(text, length).slice(0, Math.max(0, room));
	return { digits: digits.slice(0, from) + added + digits.slice(to), caret: from + added.length };
}
