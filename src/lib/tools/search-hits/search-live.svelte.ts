import { plainDate } from '#lib/domain/time/plain-date.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { readSearch } from '#lib/domain/search/search-query.ts';
import { runSearch, type SearchAnswer } from './search-run.ts';

/** The answer to what stands in the search field, kept up to date with the journal. Make one while a component initialises. */
export class LiveSearch {
	text = $state('');
	#turn = 0;
	#change = $state(0);
	readonly query = $derived(readSearch(this.text, plainDate(localOf(Date.now(), ALMATY).date)));
	#answered = $state.raw<{ query: LiveSearch['query']; answer: SearchAnswer } | null>(null);
	/** Hits of the question before stay while the next is asked; "nothing found" is only said of the question that stands there. */
	readonly answer: SearchAnswer | null = $derived.by(() => {
		if (!this.#answered) return null;
		const { query, answer } = this.#answered;
		return query === this.query || answer.hits.length > 0 ? answer : null;
	});

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
		if (turn === this.#turn) this.#answered = { query, answer };
	}
}
