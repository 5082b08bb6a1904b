/** Letters that fit across a sticker of 58 mm in bold. */
const ACROSS = 35;
/** Letters that fit beside its QR. */
const BESIDE_QR = 25;

/** A line across the sticker, truncated with «…», never wrapped. */
export function acrossSticker(text: string): string {
	return cut(text, ACROSS);
}

/** A line beside the QR of the sticker. */
export function besideQr(text: string): string {
	return cut(text, BESIDE_QR);
}

function cut(text: string, letters: number): string {
	const signs = Array.from(text);
	return signs.length <= letters
		? text
		: `${signs
				.slice(0, letters - 1)
				.join('')
				.trimEnd()}…`;
}
