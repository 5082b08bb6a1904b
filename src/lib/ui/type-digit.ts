import { digitOfKey } from './digit-of-key.ts';

type Key = Pick<KeyboardEvent, 'code' | 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>;

/** The digit that a key stands for where only digits are wanted and the layout has another sign there; undefined where it types its own. */
export function digitMeant(key: Key): string | undefined {
	if (key.altKey || key.ctrlKey || key.metaKey || key.shiftKey || key.isComposing) return undefined;
	if (key.key.length !== 1 || /\d/.test(key.key)) return undefined;
	return digitOfKey(key.code);
}

/**
 * Lets the top row of a Kazakh layout, which has no digits, type digits into a field of numbers. The listeners of the field are told
 * by `input`, as of any typing.
 */
export function typeDigit(event: KeyboardEvent): void {
	const digit = digitMeant(event);
	const field = event.currentTarget;
	if (digit === undefined || !(field instanceof HTMLInputElement) || field.readOnly) return;
	event.preventDefault();
	field.setRangeText(
		digit,
		field.selectionStart ?? field.value.length,
		field.selectionEnd ?? field.value.length,
		'end'
	);
	field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: digit }));
}
