import { type FactId, type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { nativeSha256 } from './read-arrival.ts';
import { type JournalReads, type PageOptions, type StreamEntry, type StreamHead } from '../store/journal-store.ts';

/** Entries kept per org. Most devices are never further behind; those that are read the store. */
const KEPT = 500;
/** Of all orgs together, some 35 MB: a country has hundreds, and a device that was woken pulls within seconds. */
export const MOST_KEPT = 20_000;

type TailEntry = StreamHead & { fact: StoredFact };

/**
 * The newest entries of each stream in memory: what one device has just pushed, all others of its orgs are about to pull.
 * Only a shortcut: the head is always read from the store, and the tail counts only where its chained hash is the head's.
 */
export class StreamTails {
	/** The org that was appended to last comes last. */
	readonly #tails = new Map<OrgId, TailEntry[]>();
	#entries = 0;

	/** Takes what a commit appended. An entry that does not follow, or whose fact is not at hand, starts the tail afresh. */
	add(entries: readonly StreamEntry[], facts: ReadonlyMap<FactId, StoredFact>): void {
		for (const { factId, ...head } of entries) {
			const fact = facts.get(factId);
			const tail = this.#tails.get(head.org) ?? [];
			const last = tail.at(-1);
			// By its hash: another process may have appended between, or a database that lost its end may have counted on.
			const follows = !last || nativeSha256(last.hash + factId) === head.hash;
			this.#drop(head.org);
			const kept = follows && fact ? tail : [];
			if (fact) kept.push({ ...head, fact });
			this.#keep(head.org, kept.length > 2 * KEPT ? kept.slice(-KEPT) : kept);
		}
		for (const [org] of this.#tails) {
			if (this.#entries <= MOST_KEPT) break;
			this.#drop(org);
		}
	}

	/** Facts that were strays when they were appended have a place by now: the store knows which. */
	clear(): void {
		this.#tails.clear();
		this.#entries = 0;
	}

	#drop(org: OrgId): void {
		this.#entries -= this.#tails.get(org)?.length ?? 0;
		this.#tails.delete(org);
	}

	#keep(org: OrgId, tail: TailEntry[]): void {
		this.#entries += tail.length;
		this.#tails.set(org, tail);
	}

	/** The chained hash at a position, where the tail holds it and belongs to this head. */
	hashAt(head: StreamHead, position: number): string | undefined {
		const tail = this.#tails.get(head.org) ?? [];
		const first = tail[0]?.position ?? Infinity;
		return tail[head.position - first]?.hash === head.hash ? tail[position - first]?.hash : undefined;
	}

	/** A page as the store would give it, from memory where it reaches back far enough. */
	async page(reads: JournalReads, options: PageOptions, head: StreamHead): Promise<TailEntry[]> {
		const { org, after, through, except, limit } = options;
		const tail = this.#tails.get(org) ?? [];
		const first = tail[0]?.position ?? Infinity;
		if (first > after + 1 || this.hashAt(head, head.position) === undefined) return reads.streamPage(options);
		return tail
			.slice(after + 1 - first, through + 1 - first)
			.filter(({ fact }) => !isExcepted(fact, except))
			.slice(0, limit);
	}
}

const isExcepted = (
	fact: StoredFact & { stray?: boolean },
	except: { journal: JournalId; throughSeq: number } | undefined
): boolean => except !== undefined && fact.journal === except.journal && fact.seq <= except.throughSeq && !fact.stray;
