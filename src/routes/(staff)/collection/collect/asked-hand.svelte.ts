import { desk } from '$lib/state/desk.svelte';
import { unlockFailureText } from '$lib/state/sign-in-words';

/** The number and PIN of whoever confirms a collection at this device, with what is wrong said at its field. */
export class AskedHand {
	readonly prefix: string;
	number = $state('');
	pin = $state('');
	numberError = $state('');
	pinError = $state('');

	/** The fields' ids are `<prefix>number` and `<prefix>pin`. */
	constructor(prefix: string, number = '') {
		this.prefix = prefix;
		this.number = number;
	}

	/** Says what is wrong with the number; undefined, so that whoever asked has no hands. */
	wrongNumber(text: string): undefined {
		this.numberError = text;
		document.getElementById(`${this.prefix}number`)?.focus();
	}

	/** Whether the PIN is this number's; what is wrong stands at the PIN then. */
	async confirms(textWithoutPin: string): Promise<boolean> {
		this.pinError = this.pin ? '' : textWithoutPin;
		if (this.pin) {
			const checked = await desk.checkHand(this.number, this.pin);
			if (checked.ok) return true;
			this.pin = '';
			this.pinError = unlockFailureText(checked);
		}
		document.getElementById(`${this.prefix}pin`)?.focus();
		return false;
	}

	/** Before the same people are asked again: nothing is wrong yet. */
	asksAnew(): void {
		this.numberError = '';
		this.pinError = '';
	}
}
