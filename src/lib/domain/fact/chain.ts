import { placeIn } from './read-fact';

/** A place of a journal as a store holds it; the text is empty where the store keeps its hash only. */
export type ChainPlace = { seq: number; hash: string; text: string };
/** Up to where a store calls the journal contiguous; 0 and '' before the first place. */
export type ChainHead = { held: number; heldHash: string };

/**
 * `gap`: a place below the head is not held. `twice`: it is held more than once. `link`: its `prev` is not the hash before it. `place`:
 * its text says that it has another one. `text`: the text is not the one that was hashed. `ahead`: it is held as a place though
 * the head has not come to it. `head`: the head has another hash than the place it names.
 */
export type ChainFault = { seq: number; fault: 'gap' | 'twice' | 'link' | 'place' | 'text' | 'ahead' | 'head' };

/**
 * What is wrong with a journal that is called contiguous; empty where it is a chain. A text that cannot be read has no `prev` to
 * compare: its place is proven by the one after it.
 * @param places ascending by seq
 * @param sha256 where given, each text is hashed too
 */
export function chainFaults(
	places: Iterable<ChainPlace>,
	{ held, heldHash }: ChainHead,
	sha256?: (text: string) => string
): ChainFault[] {
	const faults: ChainFault[] = [];
	let before = { seq: 0, hash: '' };
	let hashAtHead = held === 0 ? '' : undefined;
	for (const { seq, hash, text } of places) {
		const found = (fault: ChainFault['fault']): void => void faults.push({ seq, fault });
		if (seq > held) found('ahead');
		else if (seq === before.seq) found('twice');
		else if (seq !== before.seq + 1) faults.push({ seq: before.seq + 1, fault: 'gap' });
		const said = placeIn(text);
		if (said && said.seq !== seq) found('place');
		if (said && seq === before.seq + 1 && said.prev !== before.hash) found('link');
		if (sha256 && text !== '' && sha256(text) !== hash) found('text');
		if (seq === held) hashAtHead = hash;
		before = { seq, hash };
	}
	if (before.seq < held) faults.push({ seq: before.seq + 1, fault: 'gap' });
	else if (hashAtHead !== heldHash) faults.push({ seq: held, fault: 'head' });
	return faults;
}
