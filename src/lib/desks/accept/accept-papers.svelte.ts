import { act } from '#lib/device/session/acts.ts';
import { language } from '#lib/device/live/language.svelte.ts';
import { type PrintReason } from '#lib/tools/receipt/receipt-input.ts';
import { printReceipt } from '#lib/tools/receipt/receipt-paper.ts';
import { failureText, refusalText } from '#lib/tools/wording/words.ts';

type PrintStage = 'waiting' | 'printing' | 'printed' | 'failed' | 'byHand';

const AT_ONCE = 'tereze:print-at-once';
const LAST = 'tereze:last-receipt';

/** Whether the papers print by themselves as soon as the application is saved; a setting of this device. */
class PrintSetting {
	atOnce = $state(localStorage.getItem(AT_ONCE) !== 'no');

	choose(atOnce: boolean): void {
		this.atOnce = atOnce;
		localStorage.setItem(AT_ONCE, atOnce ? 'yes' : 'no');
	}
}

export const printSetting = new PrintSetting();

/** The application whose receipt was printed last on this device: a number, nothing about a person. */
export const lastReceipt = {
	get: (): string | null => localStorage.getItem(LAST),
	set: (number: string): void => localStorage.setItem(LAST, number)
};

/** The papers of one application at the window: receipt and label in one file, and what to do when the printer fails. */
export class AcceptPapers {
	stage = $state<PrintStage>('waiting');
	/** The copy that was noted last. */
	copy = $state(0);
	/** What went wrong when nothing was printed at all. */
	problem = $state('');
	readonly number: string;

	constructor(number: string) {
		this.number = number;
		lastReceipt.set(number);
	}

	async print(reason: PrintReason): Promise<void> {
		this.stage = 'printing';
		this.problem = '';
		const printed = await printReceipt(this.number, reason, { label: true });
		if (printed.ok || printed.why === 'printer') this.copy = printed.copy;
		this.stage = printed.ok ? 'printed' : 'failed';
		if (printed.ok || printed.why === 'printer') return;
		this.problem = printed.why === 'refused' ? refusalText(printed.refusal) : failureText(printed.failure);
	}

	/** The copy that did not come out, or not well, is noted as spoiled, and the next one is printed. */
	async printAgain(reason: PrintReason): Promise<void> {
		await this.#spoil(reason);
		await this.print(reason);
	}

	/** No printer: the number goes onto the blank form by hand. */
	async writtenByHand(): Promise<void> {
		await this.#spoil('printerFailed');
		this.stage = 'byHand';
	}

	async #spoil(reason: PrintReason): Promise<void> {
		if (this.copy < 1) return;
		const text = language.t(`receipt.reprintReasons.${reason}`);
		await act(this.number, { kind: 'spoilReceipt', copy: this.copy, text });
	}
}
