import { type Layout, readByPlace } from '../layouts.ts';

/** One key-down as a scanner sends it. */
export interface ScannerKey {
	readonly code: string;
	readonly shift: boolean;
}

const PLACES = [
	...[...'1234567890'].map((digit) => `Digit${digit}`),
	...[...'QWERTYUIOPASDFGHJKLZXCVBNM'].map((letter) => `Key${letter}`),
	...['Semicolon', 'Minus', 'BracketRight', 'BracketLeft', 'Comma', 'Period', 'Slash', 'Quote', 'Equal'],
	...['Backquote', 'Backslash', 'IntlBackslash', 'Space']
];

/** The keys of a text, with the Shift that comes before capitals and the colon. @param layout what the scanner is set to */
export function keysOf(text: string, layout: Layout = 'us'): ScannerKey[] {
	return [...text].flatMap((character) => {
		const key = keyOf(character, layout);
		return key.shift ? [{ code: 'ShiftLeft', shift: true }, key] : [key];
	});
}

function keyOf(character: string, layout: Layout): ScannerKey {
	for (const shift of [false, true]) {
		const code = PLACES.find((code) => readByPlace([{ code, key: '', shift }], layout) === character);
		if (code !== undefined) return { code, shift };
	}
	throw new Error(`No key for ${character}`);
}
