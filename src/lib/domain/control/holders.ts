import { type PaperKind } from '../application/application';
import { type OrgId } from '../fact/ids';

/** How many papers of a kind lie in one place. `place`: the key of a holder, a register's number left out. */
export type PlaceCount = { paper: PaperKind; place: string; count: number };

/** Which papers are counted: what an org's own people have, what is on the way to it, and what nobody has. */
const concerns = (place: string, org: OrgId): boolean => {
	const [kind, where] = place.split('/');
	return where === org
		? kind !== 'archive'
		: kind === 'transit' || place === 'unknown/lost' || place === 'unknown/missing';
};

/**
 * The papers of an org by holder, from the counters (`step|packet's place|result's place`), the fullest place first. Packets in
 * the archive and papers with their applicants are at rest and not counted.
 */
export function placesOf(counters: ReadonlyMap<string, number>, org: OrgId): PlaceCount[] {
	const found = new Map<string, PlaceCount>();
	const add = (paper: PaperKind, place: string | undefined, count: number) => {
		if (!place || !concerns(place, org)) return;
		const key = `${paper} ${place}`;
		found.set(key, { paper, place, count: (found.get(key)?.count ?? 0) + count });
	};
	for (const [key, count] of counters) {
		const [, packet, result] = key.split('|');
		add('packet', packet, count);
		add('result', result, count);
	}
	return [...found.values()].sort((a, b) => b.count - a.count || (a.place < b.place ? -1 : 1));
}
