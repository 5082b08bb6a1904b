/** One key of a burst, as little as is needed to read it by any layout. */
export interface Stroke {
	/** `KeyboardEvent.code`; '' where the device gives no place: Android wedges, input methods, codes typed with Alt. */
	readonly code: string;
	/** `KeyboardEvent.key`, or the character of a text that came without keys. */
	readonly key: string;
	readonly shift: boolean;
}

/** Places of the keys that type, row by row; the strings of a layout name their signs in this order. */
const PLACES = [
	...['Backquote', ...[...'1234567890'].map((digit) => `Digit${digit}`), 'Minus', 'Equal'],
	...[...'QWERTYUIOP'].map((letter) => `Key${letter}`),
	...['BracketLeft', 'BracketRight'],
	...[...'ASDFGHJKL'].map((letter) => `Key${letter}`),
	...['Semicolon', 'Quote', 'Backslash', 'IntlBackslash'],
	...[...'ZXCVBNM'].map((letter) => `Key${letter}`),
	...['Comma', 'Period', 'Slash']
];

/** The layouts that scanners are set to ("keyboard country"), plain and shifted. Others are known by the shape of our QR. */
const LAYOUTS = {
	us: ["`1234567890-=qwertyuiop[]asdfghjkl;'\\\\zxcvbnm,./", '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"||ZXCVBNM<>?'],
	german: ['^1234567890ß´qwertzuiopü+asdfghjklöä#<yxcvbnm,.-', '°!"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ\'>YXCVBNM;:_'],
	french: ['²&é"\'(-è_çà)=azertyuiop^$qsdfghjklmù*<wxcvbn,;:!', '~1234567890°+AZERTYUIOP¨£QSDFGHJKLM%µ>WXCVBN?./§'],
	italian: ["\\1234567890'ìqwertyuiopè+asdfghjklòàù<zxcvbnm,.-", '|!"£$%&/()=?^QWERTYUIOPé*ASDFGHJKLç°§>ZXCVBNM;:_']
} as const;
export type Layout = keyof typeof LAYOUTS;

const SIGNS: Readonly<Record<string, string>> = {
	NumpadSubtract: '-',
	NumpadAdd: '+',
	NumpadDecimal: '.',
	NumpadComma: ',',
	NumpadDivide: '/',
	NumpadMultiply: '*',
	NumpadStar: '*',
	NumpadHash: '#',
	NumpadEqual: '=',
	Space: ' '
};

/** What the top row gives on the layouts of the country where a device names no places: Kazakh, and digits under Shift. */
const TOP_ROWS = ['қ"әіңғ,.үұ', 'Қ!ӘІҢҒ;:ҮҰ', ')"әіңғ,.үұ', ')!@#$%^&*(', ')!"№;%:?*('];

/** The digit of a key by its place, on the top row or the number pad, with Num Lock or without. */
export function digitByPlace({ code }: Pick<Stroke, 'code'>): string | undefined {
	return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
}

/** Whether a key types something that can be a part of a code. */
export function types({ code, key }: Pick<Stroke, 'code' | 'key'>): boolean {
	if (code === '' || code === 'Unidentified') return isSingle(key);
	return PLACES.includes(code) || /^Numpad\d$/.test(code) || code in SIGNS || isSingle(key);
}

/** The text of a burst by the place of its keys; what has no place, by its sign. */
export function readByPlace(strokes: readonly Stroke[], layout: Layout): string {
	const [plain, shifted] = LAYOUTS[layout];
	return read(strokes, ({ code, shift }) => {
		const at = PLACES.indexOf(code);
		if (at !== -1) return [...(shift ? shifted : plain)][at];
		return SIGNS[code] ?? /^Numpad(\d)$/.exec(code)?.[1];
	});
}

/** As `readByPlace` for the US layout, but digit keys stay digits under Shift: none of our codes has the signs above them. */
export function readUnshifted(strokes: readonly Stroke[]): string {
	return strokes.map((stroke) => digitByPlace(stroke) ?? readByPlace([stroke], 'us')).join('');
}

/** By what the device says that its keys mean. */
export function readByKey(strokes: readonly Stroke[]): string {
	return strokes.map(({ key }) => (isSingle(key) ? key : '')).join('');
}

/** Digits that came without a place, as the signs of a top row; other signs stay. */
export function readTopRows(strokes: readonly Stroke[]): string[] {
	const text = readByKey(strokes);
	return TOP_ROWS.map((row) =>
		[...text].map((sign) => ([...row].includes(sign) ? String([...row].indexOf(sign)) : sign)).join('')
	);
}

function read(strokes: readonly Stroke[], byPlace: (stroke: Stroke) => string | undefined): string {
	return strokes.map((stroke) => byPlace(stroke) ?? (isSingle(stroke.key) ? stroke.key : '')).join('');
}

const isSingle = (key: string) => [...key].length === 1;
