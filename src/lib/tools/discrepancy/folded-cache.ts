import { type Application } from '#lib/domain/application/application.ts';
import { findApplications } from '#lib/device/session/acts.ts';

const STRIDE = 25;

/** Folded applications that are kept until something touches them. */
export class FoldedCache {
	readonly #folded = new Map<string, Application>();

	forget(numbers: readonly string[]): void {
		for (const number of numbers) this.#folded.delete(number);
	}

	/** The applications of these numbers, in their order; folds only what is not at hand. `goOn` is asked between strides. */
	async of(numbers: readonly string[], goOn: () => boolean): Promise<Application[]> {
		const unknown = numbers.filter((number) => !this.#folded.has(number));
		for (let at = 0; at < unknown.length && goOn(); at += STRIDE)
			for (const [number, application] of await findApplications(unknown.slice(at, at + STRIDE)))
				this.#folded.set(number, application);
		return numbers.flatMap((number) => this.#folded.get(number) ?? []);
	}
}
