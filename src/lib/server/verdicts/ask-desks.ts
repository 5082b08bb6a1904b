import { type Fact, type FactOf } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import { edgeOf, foldSessions, isDeskAsked, timeOf, wasAtDesk } from '#lib/domain/registry/sessions.ts';
import { isVouched, speaksOf } from '#lib/domain/registry/vouching.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { isSessionProven } from '../registry/prove-session.ts';
import { type JournalReads } from '../store/journal-store.ts';
import { enrolledWith } from './keyed-journals.ts';
import { deviceFinder } from './same-device.ts';

export type SessionReads = Pick<JournalReads, 'sessionFacts' | 'comingsTo' | 'sessionFactsBy'>;
type People = Pick<Registry, 'people' | 'devices' | 'journals'>;
type Coming = FactOf<'unlocked'>;

/** Nearly always the first one is proven. */
const COMINGS_AT_ONCE = 20;

/** Whether the actor of each of these facts was at the device, or has said within a session that it was them. */
export async function askDesks(
	reads: SessionReads,
	facts: readonly Fact[],
	registry: People
): Promise<(fact: Fact) => boolean | null> {
	const wasAtDesk = await readSessions(reads, facts, registry);
	const doubtful = facts.filter((fact) => wasAtDesk(fact) === false);
	const said: FactOf<'vouched'>[] = [];
	for (const person of new Set(doubtful.map(({ actor }) => actor)))
		for await (const each of saidBy(reads, person)) if (doubtful.some((fact) => speaksOf(each, fact))) said.push(each);
	if (said.length === 0) return wasAtDesk;
	const wereSaidAtDesk = await readSessions(reads, said, registry);
	return (fact) => (wasAtDesk(fact) === false ? isVouched(fact, said, wereSaidAtDesk) : wasAtDesk(fact));
}

async function* saidBy(reads: SessionReads, person: StaffId): AsyncGenerator<FactOf<'vouched'>> {
	for (let skip = 0; ; skip += COMINGS_AT_ONCE) {
		const page = await reads.sessionFactsBy(person, 'vouched', { skip, limit: COMINGS_AT_ONCE });
		yield* readableFacts(page).filter((fact) => fact.type === 'vouched');
		if (page.length < COMINGS_AT_ONCE) return;
	}
}

/**
 * Reads what is known of the sessions of these facts, and answers whether the actor of each was at the device. Of people who never had
 * a key nothing is read.
 */
async function readSessions(
	reads: SessionReads,
	facts: readonly Fact[],
	registry: People
): Promise<(fact: Fact) => boolean | null> {
	const asked = facts.filter(
		(fact) => isDeskAsked(fact) && hasKey(registry, fact.actor) && !hasNoDesk(registry, fact.journal)
	);
	if (asked.length === 0) return () => null;
	const [isProven, finder] = [provenBy(registry), deviceFinder(registry)];
	const named = await opened(reads, asked);
	const comings: Fact[] = [...named];
	for (const session of named.filter((fact) => fact.type === 'unlocked')) {
		const of = asked.filter((fact) => fact.session === session.id);
		const before = { seq: Math.max(...of.map(({ seq }) => seq)), at: Math.max(...of.map(timeOf)) };
		for (const journal of finder.journalsOf(session.body.device))
			comings.push(...readableFacts(await reads.comingsTo(journal, edgeOf(session), before)));
	}
	for (const person of new Set(asked.map(({ actor }) => actor))) {
		const first = await firstProven(reads, person, isProven);
		if (first) comings.push(first);
	}
	const sessions = foldSessions(comings, isProven, finder.areSame);
	const concerned = new Set(asked.map(({ id }) => id));
	return (fact) => (concerned.has(fact.id) ? wasAtDesk(sessions, fact, finder.mayBeSame) : null);
}

async function opened(reads: SessionReads, facts: readonly Fact[]): Promise<Fact[]> {
	const named = new Set(facts.flatMap(({ session }) => session ?? []));
	return named.size === 0 ? [] : readableFacts(await reads.sessionFacts([...named]));
}

/** With which session somebody first proved that they were at a device; undefined where they never did. */
export async function firstProven(
	reads: SessionReads,
	person: StaffId,
	isProven: (fact: Coming) => boolean
): Promise<Coming | undefined> {
	for (let skip = 0; ; skip += COMINGS_AT_ONCE) {
		const page = readableFacts(await reads.sessionFactsBy(person, 'unlocked', { skip, limit: COMINGS_AT_ONCE }));
		const comings = page.filter((fact) => fact.type === 'unlocked');
		const found = comings.find(isProven);
		if (found || page.length < COMINGS_AT_ONCE) return found;
	}
}

/** A body's own system proves itself by its key; its people are at no desk here. */
const hasNoDesk = ({ devices }: People, journal: JournalId): boolean =>
	enrolledWith(devices, journal)?.place === 'exchange';

const hasKey = ({ people }: People, actor: StaffId): boolean => (people.get(actor)?.keys.length ?? 0) > 0;

/** Checking a signature takes time, and a session is asked for with every push. A registry that changed is another one. */
const proofs = new WeakMap<People, Map<FactId, boolean>>();

/** Whether a session is signed by its person's key, in a journal of the device that it names. */
export function provenBy(registry: People): (fact: Coming) => boolean {
	const known = proofs.get(registry) ?? new Map<FactId, boolean>();
	proofs.set(registry, known);
	const { mayBeSame } = deviceFinder(registry);
	return (fact) => {
		const before = known.get(fact.id);
		if (before !== undefined) return before;
		const isProven = mayBeSame(fact.journal, fact.body.device) && isSessionProven(fact, registry);
		known.set(fact.id, isProven);
		return isProven;
	};
}
