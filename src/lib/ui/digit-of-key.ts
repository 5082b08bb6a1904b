/**
 * The digit on a key by its place, `undefined` for other keys. By `code`, never by `key`: the top row of the Kazakh
 * layout has no digits.
 */
export function digitOfKey(code: string): string | undefined {
	return /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
}
