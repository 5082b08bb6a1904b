import { sha256Hex } from '$lib/domain/fact/hash';
import { type Journal } from '$lib/journal/open-device-journal';

const STEP = 500;

/**
 * Walks the device's own journal and proves that every fact is the one that was written: its text has the hash that the next one
 * names. Gives the seq of the first broken place, null where there is none.
 */
export async function brokenLink(
	journal: Pick<Journal, 'read' | 'state'>,
	onProgress: (share: number) => void
): Promise<number | null> {
	const { head } = await journal.state();
	let before = '';
	for (let seq = 0; seq < head.seq;) {
		const facts = await journal.read((reader) => reader.afterSeq(head.journal, seq, STEP));
		if (facts.length === 0) return seq + 1;
		for (const fact of facts) {
			const { prev } = JSON.parse(fact.text) as { prev: string };
			if (fact.seq !== seq + 1 || prev !== before || sha256Hex(fact.text) !== fact.hash) return seq + 1;
			before = fact.hash;
			seq = fact.seq;
		}
		onProgress(seq / head.seq);
	}
	return before === head.hash ? null : head.seq;
}
