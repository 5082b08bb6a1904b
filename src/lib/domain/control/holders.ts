import { type PaperKind } from '../application/application.ts';
import { readCounterKey } from '../application/counter-key.ts';
import { isAt, orgAt } from '../application/whereabouts.ts';
import { isAway } from './control-row.ts';
import { type OrgId } from '../fact/ids.ts';

/** Papers of a kind in one place. `place`: the key of a holder, without a register's number. */
export type PlaceCount = { paper: PaperKind; place: string; count: number };

/** Which papers are counted: those with an org's own people, those in transit, and those without a holder. */
const concerns = (key: string, org: OrgId): boolean =>
	orgAt(key) === org ? !isAt(key, { kind: 'archive' }) : isAway(key) || isAt(key, { kind: 'transit' });

/**
 * The papers of an org by holder, from the counters, the fullest place first. Packets in
 * the archive and papers with their applicants are at rest and not counted.
 */
export function placesOf(counters: ReadonlyMap<string, number>, org: OrgId): PlaceCount[] {
	const found = new Map<string, PlaceCount>();
	const add = (paper: PaperKind, place: string, count: number) => {
		if (!concerns(place, org)) return;
		const key = `${paper} ${place}`;
		found.set(key, { paper, place, count: (found.get(key)?.count ?? 0) + count });
	};
	for (const [key, count] of counters) {
		const { packet, result } = readCounterKey(key);
		add('packet', packet, count);
		add('result', result, count);
	}
	return [...found.values()].sort((a, b) => b.count - a.count || (a.place < b.place ? -1 : 1));
}
