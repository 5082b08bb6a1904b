import { type Law } from '#lib/domain/regulation/law.ts';
import { lawIn } from '#lib/journal/law-facts-kept.ts';
import { type Journal } from '#lib/journal/open-device-journal.ts';
import { lawOf } from '#lib/law/law-of.ts';
import { answerOrder } from './answer-order.ts';

/**
 * The law as this device knows it: the data with the facts of orgs. The one place that holds it for the screens, which pass it on;
 * what is worked out of it is worked out again when a fact of an org changes it, in whatever tab.
 */
class LawHere {
	#law = $state.raw<Law>(lawOf([]));

	get law(): Law {
		return this.#law;
	}

	/** Makes this the law that the screens go by. */
	take(law: Law): void {
		this.#law = law;
	}

	/**
	 * Takes the law of a journal, now and whenever its law facts change. Of readings that overtake each other the latest counts, and
	 * one that the disk failed is made up for at the next change of whatever kind.
	 */
	async follow(journal: Pick<Journal, 'read' | 'listen'>): Promise<void> {
		const order = answerOrder();
		let isBehind = false;
		const read = async () => {
			const counts = order.begin();
			const law = await journal.read(lawIn);
			if (counts()) this.take(law);
		};
		const readAgain = async () => {
			isBehind = false;
			try {
				await read();
			} catch {
				isBehind = true;
			}
		};
		journal.listen(({ law }) => (law || isBehind) && void readAgain());
		await read();
	}
}

export const lawHere = new LawHere();
