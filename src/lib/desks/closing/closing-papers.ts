import { readCounterKey } from '#lib/domain/application/counter-key.ts';
import { type PaperKind } from '#lib/domain/application/application.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import {
	type ClosedPlace,
	inPlaceOf,
	keyInPlace,
	movesOf,
	papersBalance,
	type PapersBalance
} from '#lib/domain/org/day-closing-papers.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { storiesOf } from '#lib/domain/application/story-facts.ts';
import { readableFacts } from '#lib/law/law.ts';
import { type ReadJournal } from './closing-facts.ts';

/** Few enough that the page answers between two of them. */
const STRIDE = 50;

type Stretch = {
	/** Applications of which something was recorded since the closing before. */
	touched: readonly string[];
	/** Whether a fact was known to the closing before, and whether it is to this one. */
	before: (fact: Fact) => boolean;
	after: (fact: Fact) => boolean;
	law: Law;
};

/** Both balances of papers at a place, folded in strides; `onProgress` gets 0…1. */
export async function papersOf(
	read: ReadJournal,
	place: ClosedPlace,
	stretch: Stretch,
	onProgress: (share: number) => void
): Promise<Record<PaperKind, PapersBalance>> {
	const { touched, before, after, law } = stretch;
	const inPlace = { packet: inPlaceOf(place, 'packet'), result: inPlaceOf(place, 'result') };
	const lying = await countLying(read, inPlace);
	const moves = { packet: [], result: [] } as Record<PaperKind, ReturnType<typeof movesOf>['packet'][]>;
	for (let at = 0; at < touched.length; at += STRIDE) {
		const numbers = touched.slice(at, at + STRIDE);
		const { facts, rows } = await read(async (reader) => ({
			facts: await storiesOf((numbers) => reader.ofApplications(numbers), numbers),
			rows: await reader.applications(numbers)
		}));
		for (const { packetAt, resultAt } of rows) {
			if (keyInPlace(packetAt, inPlace.packet)) lying.packet -= 1;
			if (resultAt && keyInPlace(resultAt, inPlace.result)) lying.result -= 1;
		}
		for (const [number, stored] of facts) {
			const both = movesOf(number, readableFacts(stored), { before, after }, law);
			moves.packet.push(both.packet);
			moves.result.push(both.result);
		}
		onProgress(Math.min(1, (at + STRIDE) / touched.length));
	}
	return {
		packet: papersBalance(moves.packet, lying.packet, inPlace.packet),
		result: papersBalance(moves.result, lying.result, inPlace.result)
	};
}

/** How many papers lie at the place by the counters: whatever was recorded, and by whom. */
async function countLying(
	read: ReadJournal,
	inPlace: Record<PaperKind, ReturnType<typeof inPlaceOf>>
): Promise<Record<PaperKind, number>> {
	const lying = { packet: 0, result: 0 };
	for (const [key, count] of await read((reader) => reader.counters())) {
		const { packet, result } = readCounterKey(key);
		if (keyInPlace(packet, inPlace.packet)) lying.packet += count;
		if (keyInPlace(result, inPlace.result)) lying.result += count;
	}
	return lying;
}
