import { type Stroke, types } from './layouts.ts';

/** The part of a `KeyboardEvent` that says which key was pressed, whatever the layout of this device says that it means. */
export interface WedgeKey {
	/** `KeyboardEvent.code`. Before `key`: the top row of the Kazakh layout has no digits, Russian turns Latin to Cyrillic. */
	readonly code: string;
	/** `KeyboardEvent.key`: read where `code` is empty, as of Android wedges and input methods. */
	readonly key?: string;
	readonly shift: boolean;
	readonly ctrl?: boolean;
	readonly alt?: boolean;
	/** `KeyboardEvent.timeStamp`, milliseconds. */
	readonly timeMs: number;
	readonly repeat: boolean;
	readonly isComposing: boolean;
}

/** Whether a key of a scan is stopped when it ends one: a Tab that ends a foreign code may lead on to the next field. */
export type EndKey = 'Enter' | 'Tab';

export type KeyMeaning =
	| { readonly type: 'character'; readonly stroke: Stroke }
	/** A digit of a character's number, typed on the number pad while Alt is held. */
	| { readonly type: 'altDigit'; readonly digit: string }
	| { readonly type: 'end'; readonly key: EndKey }
	/** A control character (STX, ETX, EOT, FS, GS, RS), which a scanner sends as Ctrl and a key. */
	| { readonly type: 'control' }
	/** Shift, Caps Lock and the like: pressed by scanners between characters. Alt begins the next character's number. */
	| { readonly type: 'modifier'; readonly isAlt: boolean }
	| { readonly type: 'other' };

const MODIFIER = /^(?:Shift|Control|Alt|AltGraph|CapsLock|NumLock)(?:Left|Right)?$/;
/** Ctrl+J is a line feed, Ctrl+M a carriage return; browsers open a list of downloads, or mute the tab. */
const END_BY_CONTROL: Readonly<Record<string, EndKey>> = { j: 'Enter', m: 'Enter', i: 'Tab' };
/** The others that scanners put around codes and between their parts; of `KeyK` and the like each is a person's shortcut. */
const CONTROLS: ReadonlySet<string> = new Set(['b', 'c', 'd', '\\', ']', '6', '^', '-', '_']);
const PLACES_OF_SIGNS: Readonly<Record<string, string>> = {
	Backslash: '\\',
	BracketRight: ']',
	Digit6: '6',
	Minus: '-'
};

/** What a key means to a scanner that believes in a US keyboard. */
export function meaningOf({ code, key = '', shift, ctrl = false, alt = false }: WedgeKey): KeyMeaning {
	const name = code === '' || code === 'Unidentified' ? key : code;
	if (MODIFIER.test(name)) return { type: 'modifier', isAlt: name.startsWith('Alt') };
	// AltGr of Windows is Ctrl and Alt together: a sign of a layout, such as the German backslash.
	const isAltGr = ctrl && alt;
	if (ctrl && !isAltGr) return meaningUnderControl(code, key);
	if (alt && !isAltGr) {
		const digit = /^Numpad(\d)$/.exec(code)?.[1];
		return digit === undefined ? { type: 'other' } : { type: 'altDigit', digit };
	}
	if (name === 'Enter' || name === 'NumpadEnter' || key === '\n' || key === '\r') return { type: 'end', key: 'Enter' };
	if (name === 'Tab' || key === '\t') return { type: 'end', key: 'Tab' };
	if (isAltGr) return { type: 'character', stroke: { code: '', key: /^[^\p{L}\d]$/u.test(key) ? key : '~', shift } };
	return types({ code, key }) ? { type: 'character', stroke: { code, key, shift } } : { type: 'other' };
}

function meaningUnderControl(code: string, key: string): KeyMeaning {
	const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? PLACES_OF_SIGNS[code] ?? key.toLowerCase();
	const end = END_BY_CONTROL[letter];
	if (end !== undefined) return { type: 'end', key: end };
	return { type: CONTROLS.has(letter) ? 'control' : 'other' };
}
