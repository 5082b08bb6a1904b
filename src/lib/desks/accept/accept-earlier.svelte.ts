import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { earlierFirst, personKeysOf, stillOpen } from './accept-prefill.ts';

/** Key of the person of a form among the keys of the rows; null while it is not known who that is. */
export const personKey = (draft: Parameters<typeof personKeysOf>[0]): string | null => personKeysOf(draft)[0] ?? null;

/**
 * The earlier applications of the person of a form. One question at a time to the store: an answer counts as long as the form is about
 * the same person, however many records arrive meanwhile, and whoever wants to be sure waits for `settle`.
 */
export class EarlierLookUp {
	/** Whom the rows are of; null: nobody, or not answered yet. */
	known = $state<string | null>(null);
	#rows = $state.raw<readonly ApplicationSummary[]>([]);
	#wanted = $state<string | null>(null);
	#reading: Promise<void> | null = null;
	#stale = false;
	readonly #read: (key: string) => Promise<readonly ApplicationSummary[]>;

	/** The latest first. */
	readonly rows = $derived(earlierFirst(this.#rows));
	/** Still on their way: a further one is opened only on purpose. */
	readonly open = $derived(stillOpen(this.#rows));
	/** The person is known, their applications are not yet. */
	readonly looking = $derived(this.#wanted !== null && this.known !== this.#wanted);

	constructor(read: (key: string) => Promise<readonly ApplicationSummary[]>) {
		this.#read = read;
	}

	/** The form is about this person now. */
	look(key: string | null): void {
		if (key === this.#wanted) return;
		this.#wanted = key;
		this.known = null;
		this.#rows = [];
		this.again();
	}

	/** Something was recorded: what is known is asked for once more, and stays until the answer. */
	again(): void {
		this.#stale = true;
		this.#reading ??= this.#readOn().finally(() => (this.#reading = null));
	}

	/** Fulfilled with what the store says from now on of the person whom the form is about. */
	async settle(key: string | null): Promise<void> {
		if (key === this.#wanted) this.again();
		else this.look(key);
		await this.#reading;
	}

	async #readOn(): Promise<void> {
		while (this.#stale) {
			this.#stale = false;
			const key = this.#wanted;
			// What the store cannot say now holds nobody up: nothing could be recorded there either.
			const rows = key === null ? [] : await this.#read(key).catch(() => []);
			if (key !== this.#wanted) continue;
			this.#rows = rows;
			this.known = key;
		}
	}
}
