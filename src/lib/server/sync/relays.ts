import { type OrgId } from '#lib/domain/fact/ids.ts';
import { namedParties } from '#lib/domain/fact/touched.ts';
import { type JournalReads, type Party } from '../store/journal-store.ts';
import { isRooted } from './parties.ts';
import { type Arrival } from './read-arrival.ts';

/** A fact of another journal, and the org of the device that relays it. */
export type Relayed = { arrival: Arrival; org: OrgId };

/**
 * What a relayed fact is judged by: who is party to the applications that it touches, former bodies too, for they were sent the
 * story. An application of which no acceptance is known is not among them.
 */
export type Relays = {
	isAsked: boolean;
	parties: Map<string, Set<OrgId>>;
	/** Hashes of texts that a device was not believed: once their own device sends them, nobody has to look. */
	waiting: ReadonlySet<string>;
};

/** Reads in bulk what judging a group needs; nothing where no relays are asked for. */
export async function readRelays(
	reads: Pick<JournalReads, 'parties' | 'quarantined'>,
	arrivals: readonly Arrival[],
	relayed: readonly Relayed[],
	isAsked: boolean
): Promise<Relays> {
	if (!isAsked || arrivals.length === 0) return { isAsked, parties: new Map(), waiting: new Set() };
	const open = await reads.quarantined({ hashes: arrivals.map(({ hash }) => hash), state: 'open' });
	const waiting = new Set(open.filter(({ cause }) => cause === 'journal').map(({ hash }) => hash));
	return { isAsked, parties: await partiesTouchedBy(reads, relayed), waiting };
}

/** Who is party, by what the server knows, to the applications of these relayed facts; a colleague's are believed without. */
export async function partiesTouchedBy(
	reads: Pick<JournalReads, 'parties'>,
	relayed: readonly Relayed[]
): Promise<Relays['parties']> {
	const numbers = relayed.flatMap(({ arrival, org }) =>
		arrival.cause === null && arrival.envelope.org !== org ? arrival.applications : []
	);
	if (numbers.length === 0) return new Map();
	const rows = Map.groupBy(await reads.parties([...new Set(numbers)]), ({ application }: Party) => application);
	return new Map(
		[...rows].flatMap(([number, known]) =>
			isRooted(known) ? [[number, new Set(known.map(({ org }) => org))] as const] : []
		)
	);
}

/**
 * Whether the device can have been sent this by the server that was restored (S138). A colleague's fact was. Another org's was where
 * this org is party to an application that it touches; where the acceptance itself was lost, that acceptance, if it names this org.
 * It makes nobody a party who is not one: a redirection that was lost is relayed by the Center, which was party before.
 */
export function isBelieved(parties: Relays['parties'], { arrival, org }: Relayed): boolean {
	if (arrival.cause !== null) return false;
	if (arrival.envelope.org === org) return true;
	const { envelope, applications } = arrival;
	if (applications.some((number) => parties.get(number)?.has(org))) return true;
	const isLost = envelope.type === 'accepted' && applications.every((number) => !parties.has(number));
	return isLost && namedParties(envelope).includes(org);
}

/** An acceptance that was just taken names the parties for what follows it in the same group. */
export function noteParties({ isAsked, parties }: Relays, arrival: Arrival): void {
	if (!isAsked || arrival.cause !== null || arrival.envelope.type !== 'accepted') return;
	for (const number of arrival.applications)
		if (!parties.has(number)) parties.set(number, new Set(namedParties(arrival.envelope)));
}
