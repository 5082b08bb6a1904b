/** One key-down as a scanner set to a US keyboard sends it. */
export interface ScannerKey {
	readonly code: string;
	readonly shift: boolean;
}

const SIGNS: Readonly<Record<string, ScannerKey>> = {
	':': { code: 'Semicolon', shift: true },
	'-': { code: 'Minus', shift: false },
	']': { code: 'BracketRight', shift: false },
	' ': { code: 'Space', shift: false }
};

/** The keys of a text, with the Shift that comes before capitals and the colon. */
export function keysOf(text: string): ScannerKey[] {
	return [...text].flatMap((character) => {
		const key = keyOf(character);
		return key.shift ? [{ code: 'ShiftLeft', shift: true }, key] : [key];
	});
}

function keyOf(character: string): ScannerKey {
	if (/\d/.test(character)) return { code: `Digit${character}`, shift: false };
	if (/[a-z]/i.test(character)) {
		return { code: `Key${character.toUpperCase()}`, shift: character === character.toUpperCase() };
	}
	const sign = SIGNS[character];
	if (!sign) throw new Error(`No key for ${character}`);
	return sign;
}
