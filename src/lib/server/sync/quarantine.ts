import { type JournalStore, type Projector, type QuarantineItem } from '../store/journal-store.ts';
import { project } from './commit-group.ts';
import { deliver } from './deliver.ts';
import { type NewFact } from './group-state.ts';
import { type Arrival, readArrival } from './read-arrival.ts';
import { isBelieved, partiesTouchedBy } from './relays.ts';
import { type Judging } from '../verdicts/judging.ts';
import { isServersOwn } from './rights.ts';

/**
 * `pause`: called between transactions, so that a start with much in quarantine answers meanwhile. `relaysAreAsked`: the server was
 * restored.
 */
type Deps = {
	now: () => number;
	projector?: Projector;
	/** What becomes a fact is judged as if it had just arrived. */
	judging?: Judging;
	pause?: () => Promise<unknown>;
	relaysAreAsked?: () => boolean;
};

/** Texts of one transaction. */
const AT_ONCE = 100;

/** Tries all that is in quarantine again, as after an upgrade of the server. @returns how many texts became facts */
export async function retryQuarantine(store: JournalStore, deps: Deps): Promise<number> {
	let released = 0;
	let after = '';
	for (;;) {
		const items = await store.quarantined({ state: 'open', after, limit: AT_ONCE });
		const last = items.at(-1);
		if (!last) return released;
		released += await release(store, await toBeTried(store, items, deps.relaysAreAsked?.() ?? false), deps);
		after = last.hash;
		await deps.pause?.();
	}
}

/**
 * What was not believed stays, and what only the server writes; but a party may have come with a later fact, and what an earlier version
 * held back for its author's right is let go: it is judged and counts by that.
 */
async function toBeTried(
	store: JournalStore,
	items: readonly QuarantineItem[],
	relaysAreAsked: boolean
): Promise<QuarantineItem[]> {
	const waiting = items.filter(({ cause }) => cause === 'journal');
	const relayed = relaysAreAsked ? await believed(store, waiting) : new Set<string>();
	return items.filter((item) => {
		if (item.cause === 'right') return isOfDevices(item);
		return item.cause === 'journal' ? relayed.has(item.hash) : item.cause !== 'org';
	});
}

const isOfDevices = (item: QuarantineItem): boolean => {
	const arrival = readArrival(item);
	return arrival.cause === null && !isServersOwn(arrival.envelope.type);
};

/** Hashes of what is believed now of the org of the journal with which it came, and of facts that came another way meanwhile. */
async function believed(store: JournalStore, items: readonly QuarantineItem[]): Promise<Set<string>> {
	const senders = await store.journals([...new Set(items.map(({ journal }) => journal))]);
	const relayed = items.flatMap(({ journal, text, personal }) => {
		const org = senders.get(journal)?.org;
		return org === undefined ? [] : [{ arrival: readArrival({ text, personal }), org }];
	});
	const [parties, known] = await Promise.all([
		partiesTouchedBy(store, relayed),
		store.knownFacts(relayed.flatMap(({ arrival }) => arrival.place?.id ?? []))
	]);
	const isHeld = ({ place }: Arrival): boolean => place !== null && known.has(place.id);
	return new Set(
		relayed.filter((each) => isHeld(each.arrival) || isBelieved(parties, each)).map(({ arrival }) => arrival.hash)
	);
}

/** Somebody vouches for these texts: those that can be read become facts. @returns how many did */
export async function releaseQuarantined(store: JournalStore, hashes: readonly string[], deps: Deps): Promise<number> {
	return release(store, await store.quarantined({ hashes, state: 'open' }), deps);
}

/** Somebody decided that these are no facts. Their texts are kept. */
export function rejectQuarantined(store: JournalStore, hashes: readonly string[], now: () => number): Promise<void> {
	return store.write((tx) => tx.endQuarantine(hashes, 'rejected', now()));
}

async function release(store: JournalStore, open: readonly QuarantineItem[], deps: Deps): Promise<number> {
	if (open.length === 0) return 0;
	return store.write(async (tx) => {
		const readable = open.flatMap((item) => asFact(item, deps.now()) ?? []);
		const known = await tx.knownFacts(readable.map(({ kept }) => kept.id));
		const fresh = [...new Map(readable.map((fact) => [fact.kept.id, fact])).values()];
		const facts = fresh.filter(({ kept }) => !known.has(kept.id));
		await tx.addFacts(facts.map(({ kept }) => kept));
		const verdicts = (await deps.judging?.arrived(tx, facts, deps.now())) ?? [];
		await deliver(tx, [...facts, ...verdicts]);
		await tx.endQuarantine(
			readable.map(({ kept }) => kept.hash),
			'released',
			deps.now()
		);
		if (deps.projector)
			await project(
				tx,
				facts.map(({ kept }) => kept),
				deps.projector
			);
		return facts.length;
	});
}

/** Its place in the chain already holds the text, so the fact is stored beside it. */
function asFact({ text, personal, device }: QuarantineItem, receivedAt: number): NewFact | undefined {
	const arrival = readArrival({ text, personal });
	if (arrival.cause !== null || arrival.place === null) return undefined;
	const { envelope, applications, hash, place, declaresPersonal } = arrival;
	const lacksPersonal = declaresPersonal && personal === null;
	const { id, journal, seq } = place;
	const stored = { id, journal, seq, hash, text, type: envelope.type, applications, personal };
	return { kept: { ...stored, device, receivedAt, stray: true, lacksPersonal }, envelope };
}
