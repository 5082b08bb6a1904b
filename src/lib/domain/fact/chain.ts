import { placeIn } from './read-fact.ts';

/** A stored place of a journal; the text is empty where only the hash is stored. */
export type ChainPlace = { seq: number; hash: string; text: string };
/** Up to where a store reports the journal as contiguous; 0 and '' before the first place. */
type ChainHead = { held: number; heldHash: string };

/**
 * `gap`: a place below the head is missing. `twice`: it is stored more than once. `link`: its `prev` is not the previous hash.
 * `place`: its text contains another seq. `text`: the text does not match its hash. `ahead`: it is stored as a place although
 * beyond the head. `head`: the head's hash differs from that of its place.
 */
type ChainFault = { seq: number; fault: 'gap' | 'twice' | 'link' | 'place' | 'text' | 'ahead' | 'head' };

/** Checks a journal place by place in ascending order, so that a long one need not be in memory. */
type ChainWalk = {
	/** Faults of this place, and between it and the previous one. */
	take: (place: ChainPlace) => ChainFault[];
	/** Faults of the head, after the last place. */
	end: () => ChainFault[];
};

/**
 * Begins at the first place. An unreadable text has no `prev` to compare: its place is proven by the next one.
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
			const stated = placeIn(text);
			if (stated && stated.seq !== seq) found('place');
			if (stated && seq === before.seq + 1 && stated.prev !== before.hash) found('link');
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

/** Faults of a journal reported as contiguous; empty where it is a chain. `places` ascend by seq. */
export function chainFaults(
	places: readonly ChainPlace[],
	head: ChainHead,
	sha256?: (text: string) => string
): ChainFault[] {
	const walk = chainWalk(head, sha256);
	return [...places.flatMap(walk.take), ...walk.end()];
}
