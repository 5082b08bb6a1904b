/**
 * Advance widths of Noto Sans in hundredths of its size: lines must be broken on a server, in a test and in a file for another
 * program too, where text cannot be measured.
 */
const REGULAR: Readonly<Record<number, string>> = {
	26: ' ijlі',
	28: '!,.:;·J()',
	33: '-',
	36: 'fІtI/',
	42: '"r?гғ',
	48: 'zcsст',
	51: 'зэ–«»vyуұүFLГ',
	54: 'kxкхҒ*S',
	56: 'TEaeЕЁТаеёяәқ',
	58: '+0123456789=YZҰҮвдлXЗХь',
	61: 'VбPoРочөKRbdghnpquБКУпрһ',
	64: 'CСЭцAАЬЯийнң#BВ',
	70: 'ҚДЪЧъҺЛ',
	75: 'DGUПфНHЦӘжмNҢИЙ',
	80: 'OQОӨыwФ…',
	85: 'ю%ЖЫш',
	92: 'MМщWm',
	103: '—№ШЩЮ'
};
const WIDEST = 103;
/** Bold letters are about a tenth wider; so are other fonts. */
const BOLD = 1.09;

const widths = new Map(
	Object.entries(REGULAR).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)]))
);

/** Width of a line in the units of `size`. */
export function textWidth(text: string, size: number, isBold = false): number {
	const hundredths = [...text].reduce((sum, letter) => sum + (widths.get(letter) ?? WIDEST), 0);
	return (hundredths / 100) * size * (isBold ? BOLD : 1);
}

/**
 * Breaks a text into lines no wider than `width`, between words; a wider word is broken with a hyphen.
 * @returns no line for an empty text
 */
export function wrapText(text: string, width: number, size: number, isBold = false): string[] {
	const fits = (line: string) => textWidth(line, size, isBold) <= width;
	const lines: string[] = [];
	for (const word of text.split(/\s+/u).filter((each) => each !== '')) {
		const last = lines.at(-1);
		if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(...brokenWord(word, fits));
	}
	return lines;
}

function brokenWord(word: string, fits: (line: string) => boolean): string[] {
	const parts: string[] = [];
	let rest = [...word];
	while (rest.length > 2 && !fits(rest.join(''))) {
		let length = rest.length - 2;
		while (length > 2 && !fits(`${rest.slice(0, length).join('')}-`)) length -= 1;
		parts.push(`${rest.slice(0, length).join('')}-`);
		rest = rest.slice(length);
	}
	return [...parts, rest.join('')];
}
