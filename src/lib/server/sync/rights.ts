import { type Fact } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId } from '#lib/domain/fact/ids.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { isRegistryType } from '#lib/domain/fact/registry-facts.ts';
import { legalTimeOf } from '#lib/domain/application/legal-time.ts';
import { rolesThatBind } from '#lib/domain/org/binding-facts.ts';
import { foldStaffing, rolesOn } from '#lib/domain/org/staffing.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type JournalReads } from '../store/journal-store.ts';
import { type Arrival } from './read-arrival.ts';

type Reads = Pick<JournalReads, 'people' | 'staffingFacts' | 'journals'>;

/**
 * Which of these facts bind others although nobody of their org who has the right wrote them, by what the server knows of people:
 * their own roles, and those held that day in another's place. Where it knows nobody at all it judges nobody. The registry is the
 * server's to write: a fact of it counts from no device, and is left alone only where the server holds that very text.
 */
export async function withoutRight(
	reads: Reads,
	arrivals: readonly Arrival[],
	isHeld: (arrival: Arrival) => boolean = () => false
): Promise<Set<FactId>> {
	const ofRegistry = arrivals.flatMap((arrival) =>
		arrival.cause === null && isRegistryType(arrival.envelope.type) && !isHeld(arrival) ? [arrival.envelope.id] : []
	);
	return new Set([...ofRegistry, ...(await bindingWithoutRight(reads, arrivals))]);
}

async function bindingWithoutRight(reads: Reads, arrivals: readonly Arrival[]): Promise<Set<FactId>> {
	const binding = arrivals.flatMap((arrival) => {
		if (arrival.cause !== null || !rolesThatBind(arrival.envelope.type)) return [];
		const read = readFact(arrival.text, null);
		return read.ok && read.known ? [read.fact] : [];
	});
	if (binding.length === 0) return new Set();
	const people = await reads.people([...new Set(binding.map(({ actor }) => actor))]);
	if (people === null) return new Set();
	const unfounded = new Set<FactId>();
	const founded: Fact[] = [];
	for (const fact of binding)
		if (await mayBind(reads, { people, founded }, fact)) founded.push(fact);
		else unfounded.add(fact.id);
	return unfounded;
}

/** `founded`: of the same arrivals, an appointment among them too. */
type Known = { people: NonNullable<Awaited<ReturnType<Reads['people']>>>; founded: readonly Fact[] };

async function mayBind(reads: Reads, { people, founded }: Known, fact: Fact): Promise<boolean> {
	const { actor, org, role, subject } = fact;
	const person = people.get(actor);
	const allowed = rolesThatBind(fact.type) ?? [];
	if (!person || person.org !== org || !allowed.includes(role)) return false;
	if (subject.kind !== 'org' || subject.org !== org) return false;
	if (fact.type === 'clockChecked' && !(await isOfOrg(reads, fact.body.journal, org))) return false;
	if (person.roles.includes(role)) return true;
	const staffing = foldStaffing([...readableFacts(await reads.staffingFacts(org)), ...founded], org);
	return rolesOn({ id: actor, roles: person.roles }, staffing, localOf(legalTimeOf(fact), ALMATY).date).includes(role);
}

/** A clock is checked where it stands: a journal that nobody has sent yet is nobody else's. */
async function isOfOrg(reads: Reads, journal: JournalId, org: string): Promise<boolean> {
	const state = (await reads.journals([journal])).get(journal);
	return !state || state.org === org;
}
