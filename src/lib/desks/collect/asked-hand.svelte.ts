import { desk } from '#lib/device/session/desk.svelte.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { unlockFailureText } from '#lib/tools/sign-in/sign-in-words.ts';

/** The number and PIN of whoever confirms a collection at this device, with what is wrong said at its field. */
export class AskedHand {
	readonly prefix: string;
	number = $state('');
	pin = $state('');
	#words = $state.raw<Partial<Record<'number' | 'pin', () => string>>>({});
	/** The fields were shown to the hand whose they are: from then on an empty one is wrong. */
	#asked = false;

	/** The fields' ids are `<prefix>number` and `<prefix>pin`. */
	constructor(prefix: string, number = '') {
		this.prefix = prefix;
		this.number = number;
	}

	get numberError(): string {
		return this.#words.number?.() ?? '';
	}

	get pinError(): string {
		return this.#words.pin?.() ?? '';
	}

	/** Says what is wrong with the number; undefined, so that whoever asked has no hands. */
	wrongNumber(words: () => string): undefined {
		if (this.number.trim() === '') this.#askFor('number', () => language.t('errors.fieldEmpty'));
		else this.#refuse('number', words);
	}

	/** Whether the PIN is this number's; what is wrong stands at the PIN then. */
	async confirms(withoutPin: () => string): Promise<boolean> {
		if (this.pin === '') {
			this.#askFor('pin', withoutPin);
			return false;
		}
		const checked = await desk.unlocking.checkHand(this.number, this.pin);
		if (checked.ok) return true;
		this.pin = '';
		this.#refuse('pin', () => unlockFailureText(checked));
		return false;
	}

	/** The first press only leads to an empty field: nobody has been asked for it before. */
	#askFor(field: 'number' | 'pin', words: () => string): void {
		if (this.#asked) return this.#refuse(field, words);
		this.#asked = true;
		this.#focus(field);
	}

	#refuse(field: 'number' | 'pin', words: () => string): void {
		this.#asked = true;
		this.#words = { [field]: words };
		this.#focus(field);
	}

	#focus(field: 'number' | 'pin'): void {
		document.getElementById(`${this.prefix}${field}`)?.focus();
	}

	/** Before the same people are asked again: nothing is wrong yet. */
	asksAnew(): void {
		this.#words = {};
	}

	/** Two other hands are asked next. */
	clear(): void {
		this.pin = '';
		this.#asked = false;
	}
}
