/** The part of an input, text area or select that a scan can spoil. */
interface Field extends EventTarget {
	value: string;
	selectionStart?: number | null;
	selectionEnd?: number | null;
	setSelectionRange?(start: number, end: number): void;
}

interface Remembered {
	readonly value: string;
	/** Null where the field has no selection to speak of: numbers, dates, e-mail, selects. */
	readonly selection: readonly [start: number, end: number] | null;
}

interface FieldMemory {
	/** Remembers the field before its first key of a burst; does nothing for later keys and for what is no field. */
	remember(target: EventTarget | null): void;
	/** Puts back every field that the burst changed, and tells its listeners by `input` (and `change` for a select). */
	restore(): void;
	forget(): void;
}

/**
 * Keeps what fields held before a burst of keys. Keys cannot be held back until it is known whether a scanner or a person
 * typed them, so a scan under a Kazakh layout first leaves letters in the field, and this takes them out again.
 */
export function fieldMemory(): FieldMemory {
	const fields = new Map<Field, Remembered>();
	/** Number pad keys without Num Lock are arrows: in a group of choices they choose. */
	let choice: HTMLInputElement | null = null;
	return {
		remember(target) {
			choice ??= chosenIn(target);
			if (isField(target) && !fields.has(target))
				fields.set(target, { value: target.value, selection: selectionOf(target) });
		},
		restore() {
			for (const [field, { value, selection }] of fields) {
				const isSame = field.value === value;
				if (!isSame) field.value = value;
				// Without Num Lock a scan also walks about in the text.
				if (selection !== null) field.setSelectionRange?.(...selection);
				if (isSame) continue;
				field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
				if (!('selectionStart' in field)) field.dispatchEvent(new Event('change', { bubbles: true }));
			}
			if (choice && !choice.checked) choose(choice);
			choice = null;
			fields.clear();
		},
		forget() {
			choice = null;
			fields.clear();
		}
	};
}

function chosenIn(target: EventTarget | null): HTMLInputElement | null {
	if (typeof HTMLInputElement === 'undefined' || !(target instanceof HTMLInputElement)) return null;
	if (target.type !== 'radio' || target.name === '') return null;
	const group = (target.form ?? document).querySelectorAll<HTMLInputElement>('input[type="radio"]:checked');
	return [...group].find(({ name }) => name === target.name) ?? null;
}

function choose(radio: HTMLInputElement): void {
	radio.checked = true;
	for (const name of ['input', 'change']) radio.dispatchEvent(new Event(name, { bubbles: true }));
	radio.focus();
}

function isField(target: EventTarget | null): target is Field {
	return target !== null && 'value' in target && typeof target.value === 'string';
}

function selectionOf({ selectionStart, selectionEnd }: Field): Remembered['selection'] {
	return typeof selectionStart === 'number' && typeof selectionEnd === 'number' ? [selectionStart, selectionEnd] : null;
}
