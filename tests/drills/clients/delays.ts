/** How long things took, in ms. */
export class Delays {
	/** Of requests that carried a fact. */
	readonly push: number[] = [];
	/** From sending a fact until another window of its org is woken. */
	readonly wake: number[] = [];
	/** From sending a fact until another window of its org has it. */
	readonly arrival: number[] = [];
	readonly #sentAt = new Map<string, number>();
	readonly #lastOf = new Map<string, number>();

	noteSent(id: string, org: string): void {
		const now = performance.now();
		this.#sentAt.set(id, now);
		this.#lastOf.set(org, now);
	}

	noteWoken(org: string): void {
		const since = this.#lastOf.get(org);
		if (since !== undefined) this.wake.push(performance.now() - since);
	}

	noteArrived(id: string): void {
		const since = this.#sentAt.get(id);
		if (since !== undefined) this.arrival.push(performance.now() - since);
	}

	/** Median, 95th of 100, and the longest, for a person. */
	summary(): string {
		const text = (name: string, all: readonly number[]) => {
			const sorted = all.toSorted((a, b) => a - b);
			const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
			return `${name} p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} ms (${sorted.length})`;
		};
		return [text('push', this.push), text('wake', this.wake), text('fact at a colleague', this.arrival)].join('; ');
	}
}
