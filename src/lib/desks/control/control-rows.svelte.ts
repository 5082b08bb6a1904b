import { type ControlRow } from '#lib/domain/control/control-row.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { ControlCache } from './control-cache.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';

/** So many rows are read in one go: short enough that the page answers in between. */
const STRIDE = 500;
/** Many facts may come in a row while a drain runs; the picture is drawn again once they have settled. */
const SETTLE_MS = 300;

/**
 * All applications that run at this org, read once by index and then kept up to date row by row: thousands of them must not freeze
 * the page, and a fact that comes in changes one row.
 */
export class ControlRows {
	readonly #cache = new ControlCache();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#stopped = false;
	/** Grows with every change of the rows: what is derived from them reads it. */
	#version = $state(0);
	/** 0…1 while they are read for the first time; null afterwards. */
	share = $state<number | null>(0);
	total = $state(0);

	/** Begins to read and to listen; gives a function that ends it. */
	start(): () => void {
		const stop = desk.journal.listen(({ applications }) => {
			for (const number of applications) this.#cache.touched.add(number);
			if (applications.length > 0 && this.share === null) this.#soon();
		});
		void this.#readAll();
		return () => {
			this.#stopped = true;
			clearTimeout(this.#timer);
			stop();
		};
	}

	/** Read within a derivation: it is made again when a row has changed. */
	get all(): Iterable<ControlRow> & { readonly size: number } {
		void this.#version;
		const { rows } = this.#cache;
		return { size: rows.size, [Symbol.iterator]: () => rows.values() };
	}

	async #readAll(): Promise<void> {
		const numbers = await desk.journal.read((reader) => reader.numbersWithKey('state:open'));
		this.total = numbers.length;
		for (let at = 0; at < numbers.length && !this.#stopped; at += STRIDE) {
			await this.#take(numbers.slice(at, at + STRIDE));
			this.share = Math.min(1, (at + STRIDE) / numbers.length);
		}
		this.share = null;
		this.#version += 1;
		if (this.#cache.touched.size > 0) this.#soon();
	}

	#soon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#readTouched(), SETTLE_MS);
	}

	async #readTouched(): Promise<void> {
		const numbers = this.#cache.takeTouched();
		for (let at = 0; at < numbers.length && !this.#stopped; at += STRIDE)
			await this.#take(numbers.slice(at, at + STRIDE));
		this.#version += 1;
	}

	async #take(numbers: readonly string[]): Promise<void> {
		const rows = await desk.journal.read((reader) => reader.applications(numbers));
		this.#cache.replace(numbers, rows.filter(runsHere).map(knownHere));
	}
}

/** A body from which an application was redirected keeps its row and answers for it no more. */
const runsHere = ({ state, center, body }: ApplicationSummary): boolean =>
	state === 'open' && (center === desk.org || body === desk.org);

/** An executor of another org is known by role only: one bar for all of them, not one without a name for each. */
const knownHere = (row: ControlRow): ControlRow =>
	row.executor && !desk.colleague(row.executor) ? { ...row, executor: null } : row;
