import { type JournalStore, type Projector, type QuarantineItem } from '../store/journal-store';
import { project } from './commit-group';
import { deliver } from './deliver';
import { type NewFact } from './group-state';
import { placeIn } from '../../domain/fact/read-fact';
import { readArrival } from './read-arrival';
import { withoutRight } from './rights';

/** `pause`: called between transactions, so that a start with much in quarantine answers meanwhile. */
type Deps = { now: () => number; projector?: Projector; pause?: () => Promise<unknown> };

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
		released += await release(store, await toBeTried(store, items), deps);
		after = last.hash;
		await deps.pause?.();
	}
}

/** What was not believed stays; a right that was missing may have come with a later appointment. */
async function toBeTried(store: JournalStore, items: readonly QuarantineItem[]): Promise<QuarantineItem[]> {
	const missing = items
		.filter(({ cause }) => cause === 'right')
		.map(({ text, personal }) => readArrival({ text, personal }));
	const unfounded = await withoutRight(store, missing);
	return items.filter(({ cause, text }) => {
		if (cause === 'right') return !unfounded.has(placeIn(text)!.id);
		return cause !== 'org' && cause !== 'journal';
	});
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
		await deliver(tx, facts);
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
