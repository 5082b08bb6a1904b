type Field = 'value' | 'again';
type Words = {
	/** What is against a value; empty where nothing is. */
	refusal: (value: string) => string;
	differ: () => string;
};

/** A new secret, typed twice: what is against it is said at its field when the typing is finished; nothing typed is lost. */
export class TypedTwice {
	value = $state('');
	again = $state('');
	readonly #words: Words;
	#finished = $state.raw({ value: false, again: false });

	constructor(words: Words) {
		this.#words = words;
	}

	/** The hands have left the field. An empty one has not been typed yet. */
	finished(field: Field): void {
		if (this[field] !== '') this.#finished = { ...this.#finished, [field]: true };
	}

	get valueError(): string {
		return this.#finished.value ? this.#words.refusal(this.value) : '';
	}

	get againError(): string {
		const differs = this.#finished.again && this.#words.refusal(this.value) === '' && this.value !== this.again;
		return differs ? this.#words.differ() : '';
	}

	/** Which field keeps it from being sent; null where neither does. */
	wrongField(): Field | null {
		this.#finished = { value: true, again: true };
		if (this.#words.refusal(this.value) !== '') return 'value';
		return this.value === this.again ? null : 'again';
	}
}
