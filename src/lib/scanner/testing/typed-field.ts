/** A text field with the caret at its end, which counts the `input` events it hears. */
export class Field extends EventTarget {
	value: string;
	selectionStart: number;
	selectionEnd: number;
	heard: string[] = [];
	type: string;
	autocomplete: string;

	constructor(value: string, { type = 'text', autocomplete = '' } = {}) {
		super();
		this.value = value;
		this.type = type;
		this.autocomplete = autocomplete;
		this.selectionStart = this.selectionEnd = value.length;
		this.addEventListener('input', () => this.heard.push(this.value));
	}

	setSelectionRange(start: number, end: number): void {
		this.selectionStart = start;
		this.selectionEnd = end;
	}

	/** What the browser does with a key that nobody stopped. */
	insert(text: string): void {
		this.value = this.value.slice(0, this.selectionStart) + text + this.value.slice(this.selectionEnd);
		this.setSelectionRange(this.selectionStart + text.length, this.selectionStart + text.length);
	}
}

/** A key-down with the time at which it was pressed. */
export class KeyDown extends Event {
	readonly code: string;
	readonly shiftKey: boolean;
	readonly ctrlKey: boolean;
	readonly altKey = false;
	readonly metaKey = false;
	readonly repeat = false;
	readonly isComposing = false;
	private readonly time: number;
	private readonly on: EventTarget;

	constructor(code: string, shiftKey: boolean, time: number, on: EventTarget, ctrlKey = false) {
		super('keydown', { cancelable: true });
		this.code = code;
		this.shiftKey = shiftKey;
		this.ctrlKey = ctrlKey;
		this.time = time;
		this.on = on;
	}

	override get timeStamp(): number {
		return this.time;
	}

	override composedPath(): EventTarget[] {
		return [this.on];
	}
}
