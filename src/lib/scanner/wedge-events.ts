import { type WedgeKey } from './wedge-keys.ts';

/** Events named `keydown` without a code exist: Chromium sends them when it fills a form from its store. */
export function isKeyboardEvent(event: Event): event is KeyboardEvent {
	return 'code' in event && typeof event.code === 'string';
}

/** A key of which the device says nothing: what it types comes with `beforeinput` or at the end of a composition. */
export function isUnnamed({ code, key }: KeyboardEvent): boolean {
	return (code === '' || code === 'Unidentified') && /^(?:Unidentified|Process|)$/.test(key ?? '');
}

/** A key-down as the judge takes it. */
export function keyOfEvent(event: KeyboardEvent): WedgeKey {
	const { code, key, shiftKey, ctrlKey, altKey, timeStamp, repeat, isComposing } = event;
	return { code, key, shift: shiftKey, ctrl: ctrlKey, alt: altKey, timeMs: timeStamp, repeat, isComposing };
}

/** A text that came without keys of its own, as one key for each sign. @param fromMs when its first sign came */
export function keysOfText(text: string, fromMs: number, toMs: number): WedgeKey[] {
	const signs = [...text];
	const step = signs.length > 1 ? (toMs - fromMs) / (signs.length - 1) : 0;
	return signs.map((key, at) => ({
		...{ code: '', key, shift: false, timeMs: fromMs + at * step, repeat: false, isComposing: false }
	}));
}

/** What an input event inserts: text, or a new line of a device whose Enter has no name; null for pasting and the like. */
export function insertedText(event: Event): string | null {
	if (!('inputType' in event)) return null;
	if (event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph') return '\n';
	return event.inputType === 'insertText' && 'data' in event && typeof event.data === 'string' ? event.data : null;
}

/**
 * A whole text at once that has no number of ours in it: a telephone that the browser fills in, a suggestion of the keyboard, dictation.
 * Only sign by sign may it be the beginning of a scan.
 */
export const isPersons = (text: string): boolean => [...text].length > 1 && !/\d{16}|TRZ1/i.test(text);

/** Keeps a key from everything else on the page and in the browser. */
export function swallow(event: Event): void {
	event.preventDefault();
	event.stopImmediatePropagation();
}

/** No hand is so quick; see `wedge.ts`. */
const MACHINE_GAP_MS = 50;

/** A key in the midst of a scan that walks about or presses something: the number pad without Num Lock, a space over a button. */
export function stopsInScan({ code, key = '', timeMs }: WedgeKey, writes: boolean, lastMs: number): boolean {
	if (timeMs - lastMs > MACHINE_GAP_MS) return false;
	return (/^Numpad\d$/.test(code) && key.length > 1) || (code === 'Space' && !writes);
}
