import { storyFacts } from '#lib/domain/application/story-facts.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type PartyFact } from '#lib/domain/fact/find-parties.ts';
import { namedParties } from '#lib/domain/fact/touched.ts';
import { isAboutRight } from '#lib/domain/fact/verdict-facts.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalReads, type JournalTransaction, type Party } from '../store/journal-store.ts';
import { type NewFact } from './group-state.ts';
import { isRooted, partiesOf, sameParty } from './parties.ts';
import { readArrival } from './read-arrival.ts';

export type PartiesOf = Map<string, Map<OrgId, Party>>;

type Question = {
	/** New facts, stored already. */
	facts: readonly NewFact[];
	numbers: readonly string[];
	/** Those among them to which a renumbering joins an acceptance of another number. */
	joined: ReadonlySet<string>;
	before: PartiesOf;
};

/** Facts that may change who is party beyond what they name themselves: all facts of their applications are read again. */
const CHANGING: ReadonlySet<string> = new Set(['accepted', 'redirected', 'annulled', 'renumbered']);

/**
 * The parties of applications after new facts of a group. What was there before is read again only where it may matter: most facts
 * are written by a party and name nobody new.
 */
export async function partiesAfter(
	reads: Pick<JournalReads, 'factsOf' | 'deviceOrgs'>,
	{ facts, numbers, joined, before }: Question
): Promise<PartiesOf> {
	const fresh = new Map<string, PartyFact[]>(numbers.map((number) => [number, []]));
	for (const { kept, envelope } of facts) for (const number of kept.applications) fresh.get(number)?.push(envelope);
	const afresh = numbers.filter(
		(number) => joined.has(number) || isToBeCounted(before.get(number), fresh.get(number)!)
	);
	const stored =
		afresh.length === 0 ? new Map<string, StoredFact[]>() : await storyFacts((wanted) => reads.factsOf(wanted), afresh);
	const all = new Map(
		numbers.map((number) => [number, stored.get(number)?.flatMap(envelopeOf) ?? fresh.get(number)!] as const)
	);
	const isRoot = await rootsAmong(reads, [...all.values()].flat());
	const after: PartiesOf = new Map();
	for (const [number, list] of all) {
		const known = before.get(number);
		if (known && !afresh.includes(number))
			after.set(number, isRooted(known.values()) ? known : new Map([...partiesOf(list, number, isRoot), ...known]));
		else after.set(number, partiesOf(list, number, isRoot));
	}
	return after;
}

/**
 * Counts the parties of applications again, as after a change of the rule: who is none by what is known loses its row, and is sent
 * nothing new. Nobody joins here, for whoever joins is sent the story with the fact that names them.
 */
export async function recountParties(
	tx: Pick<JournalTransaction, 'factsOf' | 'deviceOrgs' | 'parties' | 'saveParties' | 'removeParties'>,
	numbers: readonly string[]
): Promise<void> {
	const known = await tx.parties(numbers);
	if (known.length === 0) return;
	const facts = new Map(
		[...(await storyFacts((wanted) => tx.factsOf(wanted), numbers))].map(([number, list]) => [
			number,
			list.flatMap(envelopeOf)
		])
	);
	const isRoot = await rootsAmong(tx, [...facts.values()].flat());
	const counted = new Map(numbers.map((number) => [number, partiesOf(facts.get(number) ?? [], number, isRoot)]));
	const changed: Party[] = [];
	const gone: Party[] = [];
	for (const row of known) {
		const now = counted.get(row.application)?.get(row.org);
		if (!now) gone.push(row);
		else if (!sameParty(row, now)) changed.push(now);
	}
	if (changed.length > 0) await tx.saveParties(changed);
	if (gone.length > 0) await tx.removeParties(gone);
}

function isToBeCounted(known: ReadonlyMap<OrgId, Party> | undefined, fresh: readonly PartyFact[]): boolean {
	if (!known) return false;
	return fresh.some((fact) => CHANGING.has(aboutType(fact)) || (known.has(fact.org) && namesNew(fact, known)));
}

/** A verdict, and what a head says to it, may change who is party as much as the fact that it is about. */
const aboutType = ({ type, body }: PartyFact): string => (isAboutRight(type) ? String(body['what']) : type);

const namesNew = (fact: PartyFact, known: ReadonlyMap<OrgId, Party>): boolean =>
	namedParties(fact).some((org) => !known.has(org));

/** A number is given by a device: an acceptance under the number of another org's device names nobody. */
async function rootsAmong(
	reads: Pick<JournalReads, 'deviceOrgs'>,
	facts: readonly PartyFact[]
): Promise<(acceptance: PartyFact) => boolean> {
	const accepted = facts.filter(({ type }) => type === 'accepted');
	const orgs = accepted.length === 0 ? new Map() : await reads.deviceOrgs([...new Set(accepted.map(deviceOf))]);
	return (acceptance) => (orgs.get(deviceOf(acceptance)) ?? acceptance.org) === acceptance.org;
}

/** The device part of an acceptance's number. */
const deviceOf = ({ subject }: PartyFact): number =>
	subject.kind === 'application' ? Number(subject.number.slice(1, 6)) : 0;

function envelopeOf({ text }: StoredFact): PartyFact[] {
	const arrival = readArrival({ text, personal: null });
	return arrival.cause === null ? [arrival.envelope] : [];
}
