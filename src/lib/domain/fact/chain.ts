import { placeIn } from './read-fact.ts';

/** A place of a journal as a store holds it; the text is empty where the store keeps its hash only. */
export type ChainPlace = { seq: number; hash: string; text: string };
/** Up to where a store calls the journal contiguous; 0 and '' before the first place. */
type ChainHead = { held: number; heldHash: string };

/**
 * `gap`: a place below the head is not held. `twice`: it is held more than once. `link`: its `prev` is not the hash before it. `place`:
 * its text says that it has another one. `text`: the text is not the one that was hashed. `ahead`: it is held as a place though
 * the head has not come to it. `head`: the head has another hash than the place it names.
 */
type ChainFault = { seq: number; fault: 'gap' | 'twice' | 'link' | 'place' | 'text' | 'ahead' | 'head' };

/** Walks along a journal, place after place in ascending order, so that a long one need not lie in memory. */
type ChainWalk = {
	/** What is wrong with this place, and between it and the one before. */
	take: (place: ChainPlace) => ChainFault[];
	/** What is wrong with the head, after the last place. */
	end: () => ChainFault[];
};

/**
 * Begins at the first place. A text that cannot be read has no `prev` to compare: its place is proven by the one after it.
 * @param sha256 where given, each text is hashed too
 */
export function chainWalk({ held, heldHash }: ChainHead, sha256?: (text: string) => string): ChainWalk {
	let before = { seq: 0, hash: '' };
	let hashAtHead = held === 0 ? '' : undefined;
	return {
		take: ({ seq, hash, text }) => {
			const faults: ChainFault[] = [];
			const found = (fault: ChainFault['fault'], at = seq): void => void faults.push({ seq: at, fault });
			if (seq > held) found('ahead');
			else if (seq === before.seq) found('twice');
			else if (seq !== before.seq + 1) found('gap', before.seq + 1);
			const said = placeIn(text);
			if (said && said.seq !== seq) found('place');
			if (said && seq === before.seq + 1 && said.prev !== before.hash) found('link');
			if (sha256 && text !== '' && sha256(text) !== hash) found('text');
			if (seq === held) hashAtHead = hash;
			before = { seq, hash };
			return faults;
		},
		end: () => {
			if (before.seq < held) return [{ seq: before.seq + 1, fault: 'gap' }];
			return hashAtHead === heldHash ? [] : [{ seq: held, fault: 'head' }];
		}
	};
}

/** What is wrong with a journal that is called contiguous; empty where it is a chain. `places` ascend by seq. */
export function chainFaults(
	places: readonly ChainPlace[],
	head: ChainHead,
	sha256?: (text: string) => string
): ChainFault[] {
	const walk = chainWalk(head, sha256);
	return [...places.flatMap(walk.take), ...walk.end()];
}
