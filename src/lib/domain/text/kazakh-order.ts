/** The official order of the Kazakh alphabet; Russian words sort in it too. */
const ALPHABET = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';

const RANK = new Map([...ALPHABET].map((letter, index) => [letter, index]));

/** Spaces and signs first, then digits, Latin letters, the alphabet, all else last. */
function weightOf(sign: string): number {
	const rank = RANK.get(sign);
	if (rank !== undefined) return 3_000_000 + rank;
	const code = sign.codePointAt(0)!;
	if (/\p{Nd}/u.test(sign)) return 1_000_000 + code;
	if (/\p{Script=Latin}/u.test(sign)) return 2_000_000 + code;
	return /\p{L}/u.test(sign) ? 4_000_000 + code : Math.min(code, 999_999);
}

/**
 * Compares two texts in the official order а ә б в г ғ … , capital and small letters alike at first.
 * In code, because Chromium has no Kazakh collation while Node has: server and device must sort the same, and the
 * order of code points puts ә ғ қ ң ө ұ ү һ і after я. Negative if `a` is before `b`; zero only for equal texts (NFC).
 */
export function compareKazakh(a: string, b: string): number {
	const [left, right] = [a.normalize('NFC'), b.normalize('NFC')];
	return compareSigns([...left.toLowerCase()], [...right.toLowerCase()]) || compareCodePoints(left, right);
}

function compareSigns(left: readonly string[], right: readonly string[]): number {
	for (let index = 0; index < Math.min(left.length, right.length); index++) {
		const difference = weightOf(left[index]!) - weightOf(right[index]!);
		if (difference !== 0) return difference;
	}
	return left.length - right.length;
}

const compareCodePoints = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
