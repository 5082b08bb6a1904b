import { SvelteSet } from 'svelte/reactivity';

const PAGE_OF_ROWS = 100;

/** Which rows of a long list are chosen, which one has the focus, and which page is in sight. Rows are known by their number. */
export class RowSelection {
	readonly chosen = new SvelteSet<string>();
	focused = $state<string | null>(null);
	/** The row that a person went to, by key or tap; one that only took the place of another is in sight, not meant. */
	#meant = $state<string | null>(null);
	page = $state(0);

	toggle(number: string): void {
		if (!this.chosen.delete(number)) this.chosen.add(number);
	}

	/** All of them, on whatever page they are. */
	chooseAll(numbers: readonly string[]): void {
		for (const number of numbers) this.chosen.add(number);
	}

	clear(): void {
		this.chosen.clear();
	}

	/** A person went to this row. */
	mean(number: string): void {
		[this.focused, this.#meant] = [number, number];
	}

	/** What an act is about: the chosen rows in the order of the list; where none is chosen, the one that a person went to. */
	targets<Row extends { number: string }>(rows: readonly Row[]): Row[] {
		const chosen = rows.filter(({ number }) => this.chosen.has(number));
		return chosen.length > 0 ? chosen : rows.filter(({ number }) => number === this.focused && number === this.#meant);
	}

	pages(count: number): number {
		return Math.max(1, Math.ceil(count / PAGE_OF_ROWS));
	}

	/** The rows of the page in sight; the last page where rows went away. */
	visible<Row>(rows: readonly Row[]): Row[] {
		const page = Math.min(this.page, this.pages(rows.length) - 1);
		return rows.slice(page * PAGE_OF_ROWS, (page + 1) * PAGE_OF_ROWS);
	}

	/** Goes on to the row after the one in focus; null at the end of the list. */
	next<Row extends { number: string }>(rows: readonly Row[]): Row | null {
		const after = rows[rows.findIndex(({ number }) => number === this.focused) + 1];
		if (this.focused === null || !after) return null;
		this.show(rows, after.number);
		return after;
	}

	/** Turns to the page of a row and gives it the focus; false where it is not among them. */
	show(rows: readonly { number: string }[], number: string): boolean {
		const place = rows.findIndex((row) => row.number === number);
		if (place === -1) return false;
		[this.page, this.focused] = [Math.floor(place / PAGE_OF_ROWS), number];
		return true;
	}
}
