import { plainDate } from '$lib/domain/time/plain-date';
import { ALMATY, localOf } from '$lib/domain/time/zone';
import { desk } from './desk.svelte';
import { readSearch } from './search-query';
import { runSearch, type SearchAnswer } from './search-run';

/** The answer to what stands in the search field, kept up to date with the journal. Make one while a component initialises. */
export class LiveSearch {
	text = $state('');
	answer = $state.raw<SearchAnswer | null>(null);
	#turn = 0;
	#change = $state(0);
	readonly query = $derived(readSearch(this.text, plainDate(localOf(Date.now(), ALMATY).date)));

	constructor(text = '') {
		this.text = text;
		$effect(() => desk.journal.listen(() => (this.#change += 1)));
		$effect(() => {
			const { query } = this;
			void this.#change;
			void this.#ask(query);
		});
	}

	/** An answer that was overtaken by a later question is dropped. */
	async #ask(query: LiveSearch['query']): Promise<void> {
		const turn = (this.#turn += 1);
		const answer = await desk.journal.read((reader) => runSearch(reader, query));
		if (turn === this.#turn) this.answer = answer;
	}
}
