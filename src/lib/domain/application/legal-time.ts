import { withinTime } from '../fact/bounds.ts';
import { type Envelope } from '../fact/fact.ts';
import { type Instant } from '../fact/ids.ts';
import { type ClockCorrection } from './application.ts';

type Timed = Pick<Envelope, 'at' | 'occurredAt' | 'clock' | 'journal' | 'seq'>;

/**
 * When a fact happened, by law: the wall clock of its device plus the offset to the server's clock known to the device then. A
 * later check of the clock corrects earlier facts; a late entry from paper contains its own time.
 */
export function legalTimeOf(fact: Timed, corrections: readonly ClockCorrection[] = []): Instant {
	if (fact.occurredAt !== undefined) return fact.occurredAt;
	// The narrowest range wins, so that the answer does not depend on the order of arrival of the checks.
	const checked = corrections
		.filter(({ journal, from, to }) => journal === fact.journal && from <= fact.seq && fact.seq <= to)
		.sort((a, b) => a.to - a.from - (b.to - b.from) || a.offsetMs - b.offsetMs)[0];
	return withinTime(fact.at + (checked?.offsetMs ?? fact.clock.offsetMs ?? 0));
}

type Placed = { at: Instant; journal: string; seq: number };

/** Total order where causes give none: time, then journal, then seq. Plain code-point comparison on purpose. */
export function compareByTime(a: Placed, b: Placed): number {
	if (a.at !== b.at) return a.at - b.at;
	if (a.journal !== b.journal) return a.journal < b.journal ? -1 : 1;
	return a.seq - b.seq;
}
