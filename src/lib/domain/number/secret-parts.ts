import { checkDigitsOf, type Digits, hasValidCheck } from './mod-97.ts';

/** A part of a secret on paper: which of the two, of which pair, and 256 bits that say nothing without the other part. */
export type SecretPart = { part: 1 | 2; pair: string; bits: bigint };

const BITS = 256n;
/** 78 digits hold 256 bits; with the number of the part and the pair's five digits they fill six lines of fourteen. */
const [VALUE, PAIR, LINE] = [78, 5, 14];
const LINES = 6;

/**
 * A part as it is printed: lines of sixteen digits in groups of four. The last two digits of a line check the line and its place: a slip of
 * the hand and two lines that changed places are told with the line.
 */
export function writePart({ part, pair, bits }: SecretPart): string[] {
	const body = `${part}${pair}${bits.toString().padStart(VALUE, '0')}`;
	return Array.from({ length: LINES }, (_, at) => {
		const data = body.slice(at * LINE, (at + 1) * LINE);
		return `${data}${checkOf(at, data)}`.replace(/(\d{4})(?=\d)/g, '$1 ');
	});
}

const checkOf = (at: number, data: string): string => checkDigitsOf(`${at + 1}${data}` as Digits);

/** Reads a part that was typed line by line. `line`: the first wrong one, counted from one. */
export function readPart(lines: readonly string[]): { ok: true; value: SecretPart } | { ok: false; line: number } {
	const digits = lines.map((line) => line.replace(/[\s\p{Dash}]/gu, ''));
	const wrong = Array.from({ length: LINES }, (_, at) => at).find((at) => !isLine(at, digits[at] ?? ''));
	if (wrong !== undefined) return { ok: false, line: wrong + 1 };
	const body = digits.map((line) => line.slice(0, LINE)).join('');
	const bits = BigInt(body.slice(1 + PAIR));
	const part = body.startsWith('1') ? 1 : body.startsWith('2') ? 2 : null;
	if (part === null || bits >> BITS !== 0n) return { ok: false, line: 1 };
	return { ok: true, value: { part, pair: body.slice(1, 1 + PAIR), bits } };
}

const isLine = (at: number, line: string): boolean =>
	/^[0-9]{16}$/.test(line) && hasValidCheck(`${at + 1}${line}` as Digits);
