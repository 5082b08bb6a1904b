import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { wireFactOf } from '#lib/sync/sync-round.ts';
import { daysOf } from '../facts/written-facts.ts';
import { openJournal } from './open-store.ts';

const VISITS_A_DAY = 500;

/**
 * Fills this store with applications of its Center, as if they had been pulled. Only the Center's own facts: accepted, printed,
 * collected and dispatched; the last day's packets still lie at the windows.
 */
export async function fillStore(applications: number, device: number): Promise<{ facts: number }> {
	const journal = await openJournal();
	const orgs = { center: 'center-04' as OrgId, body: 'body-15' as OrgId };
	const days = daysOf({ center: crypto.randomUUID(), body: crypto.randomUUID() }, orgs, VISITS_A_DAY, device);
	let facts = 0;
	for (let left = applications; left > 0; left -= VISITS_A_DAY) {
		const { center } = days.next().value as { center: StoredFact[] };
		const kept = left > VISITS_A_DAY ? center : center.filter(({ type }) => type === 'accepted' || type === 'printed');
		const received = await journal.receive(kept.map(wireFactOf));
		facts += received.added;
	}
	const counted = await journal.read(async (reader) => [...(await reader.counters()).values()]);
	const sum = counted.reduce((all, count) => all + count, 0);
	const asked = Math.ceil(applications / VISITS_A_DAY) * VISITS_A_DAY;
	if (sum < asked) throw new Error(`${asked} applications were filled in, the counters say ${sum}`);
	return { facts };
}
