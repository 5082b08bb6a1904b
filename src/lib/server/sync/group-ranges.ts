import { type JournalId } from '#lib/domain/fact/ids.ts';
import { type JournalState, type SeqRange } from '../store/journal-store.ts';
import { type Incoming } from './group-state.ts';

/** How far beyond what a group brings a head goes on over strays; the rest is for the groups that follow. */
const STRAYS_AHEAD = 1000;

/** What must be read of the journals' places: `held` up to their heads, `ahead` the strays that follow a head. */
type GroupRanges = { held: SeqRange[]; ahead: SeqRange[] };

/**
 * Which places a group must look up. In the steady state none: the acknowledged seq is the head, whose hash the journal's row
 * holds, and all that is pushed lies after it. What is relayed needs the head only: it follows it, or has no place.
 */
export function rangesOf(group: readonly Incoming[], journals: ReadonlyMap<JournalId, JournalState>): GroupRanges {
	const held = group.flatMap((incoming): SeqRange[] => {
		const { journal, ackedSeq } = incoming.request;
		const head = journals.get(journal)?.held ?? 0;
		const pushed = pushedBy(incoming);
		const signed = incoming.signed && { from: incoming.signed.seq, to: incoming.signed.seq };
		return [{ from: ackedSeq, to: ackedSeq }, pushed, signed]
			.filter((range) => range !== undefined && range !== null)
			.map(({ from, to }) => ({ journal, from, to: Math.min(to, head) }))
			.filter(({ from, to }) => from <= to && from !== head);
	});
	const signed = group.flatMap(({ heads = [] }) =>
		heads
			.filter(({ journal, seq }) => seq < (journals.get(journal)?.held ?? 0))
			.map(({ journal, seq }) => ({ journal, from: seq, to: seq }))
	);
	const ahead = [...broughtBy(group)].flatMap(([journal, { first, count }]): SeqRange[] => {
		const state = journals.get(journal);
		// A head moves only where its next place is brought.
		if (!state || state.highest <= state.held || first > state.held + 1) return [];
		const to = Math.min(state.held + count + STRAYS_AHEAD, state.highest);
		return [{ journal, from: state.held + 1, to }];
	});
	return { held: [...held, ...signed], ahead };
}

/** From the first to the last place that the pushed texts of the own journal have or may have. */
function pushedBy({ request, arrivals }: Incoming): { from: number; to: number } | null {
	const own = arrivals.flatMap(({ place }) => (place === null || place.journal === request.journal ? [place] : []));
	if (own.length === 0) return null;
	// One that cannot be read may have any place from the acknowledged one on.
	const unread = own.includes(null) ? [request.ackedSeq, request.ackedSeq + own.length] : [];
	const seqs = [...own.flatMap((place) => (place ? [place.seq] : [])), ...unread];
	return { from: Math.min(...seqs), to: Math.max(...seqs) };
}

/** How many texts of each journal a group brings, and the first place of them. */
function broughtBy(group: readonly Incoming[]): Map<JournalId, { first: number; count: number }> {
	const brought = new Map<JournalId, { first: number; count: number }>();
	for (const { request, arrivals } of group)
		for (const { place } of arrivals) {
			const { journal, seq } = place ?? { journal: request.journal, seq: 0 };
			const { first, count } = brought.get(journal) ?? { first: seq, count: 0 };
			brought.set(journal, { first: Math.min(first, seq), count: count + 1 });
		}
	return brought;
}
