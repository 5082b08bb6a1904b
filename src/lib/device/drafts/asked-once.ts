import { type FactId } from '#lib/domain/fact/ids.ts';

/**
 * Ids of the facts that a form asks for: pressed twice, or again after a read-back that was lost, the same content is one fact; with
 * anything changed in between it is another. Make one for each form.
 */
export class AskedOnce {
	readonly #newId: () => FactId;
	#asked: { key: string; id: FactId } | null = null;

	constructor(newId: () => FactId) {
		this.#newId = newId;
	}

	/** @param content all that the act says, as data */
	idOf(content: unknown): FactId {
		const key = JSON.stringify(content);
		if (this.#asked?.key !== key) this.#asked = { key, id: this.#newId() };
		return this.#asked.id;
	}

	/** Whether this id is still the one that the form asks for: the second press of two gets the answer of the first. */
	isLast(id: FactId): boolean {
		return this.#asked?.id === id;
	}

	/** After it was recorded: the same content, asked for again, is another fact. */
	done(): void {
		this.#asked = null;
	}
}
