/** The part of a `KeyboardEvent` that tells which key was pressed, whatever the layout says it means. */
export interface WedgeKey {
	/** `KeyboardEvent.code`. Never `key`: the top row of the Kazakh layout has no digits, Russian turns Latin to Cyrillic. */
	readonly code: string;
	readonly shift: boolean;
	/** `KeyboardEvent.timeStamp`, milliseconds. */
	readonly timeMs: number;
	readonly repeat: boolean;
	readonly isComposing: boolean;
}

export type KeyMeaning =
	| { readonly type: 'character'; readonly character: string }
	| { readonly type: 'end'; readonly key: 'Enter' | 'Tab' }
	/** Shift and Caps Lock: pressed by scanners between characters. */
	| { readonly type: 'modifier' }
	| { readonly type: 'other' };

/** Plain and shifted sign of the keys that a scanner set to the US layout uses for our codes and their prefixes. */
const SIGNS: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
	Semicolon: [';', ':'],
	Minus: ['-', '_'],
	Equal: ['=', '+'],
	BracketLeft: ['[', '{'],
	BracketRight: [']', '}'],
	Comma: [',', '<'],
	Period: ['.', '>'],
	Slash: ['/', '?'],
	NumpadSubtract: ['-', '-'],
	NumpadAdd: ['+', '+'],
	NumpadDecimal: ['.', '.'],
	NumpadDivide: ['/', '/'],
	Space: [' ', ' ']
};

const MODIFIERS: ReadonlySet<string> = new Set(['ShiftLeft', 'ShiftRight', 'CapsLock', 'NumLock']);

/** What a key means to a scanner that believes in a US keyboard. */
export function meaningOf({ code, shift }: Pick<WedgeKey, 'code' | 'shift'>): KeyMeaning {
	// Digits stay digits under Shift: none of our codes has the signs above them, and a stuck Shift must not spoil a number.
	const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
	if (digit !== undefined) return { type: 'character', character: digit };
	const letter = /^Key([A-Z])$/.exec(code)?.[1];
	if (letter !== undefined) return { type: 'character', character: shift ? letter : letter.toLowerCase() };
	const sign = SIGNS[code];
	if (sign !== undefined) return { type: 'character', character: sign[shift ? 1 : 0] };
	if (code === 'Enter' || code === 'NumpadEnter') return { type: 'end', key: 'Enter' };
	if (code === 'Tab') return { type: 'end', key: 'Tab' };
	return { type: MODIFIERS.has(code) ? 'modifier' : 'other' };
}
