import { legalTimeOf } from '#lib/domain/application/legal-time.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type Closing, isCovered, type JournalSeen } from '#lib/domain/org/day-closing-cover.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type DeviceReader } from '#lib/journal/device-store.ts';
import { wholePlaces } from '#lib/journal/whole-places.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { readableFacts, type RegisterView } from '#lib/law/law.ts';

type Reader = DeviceReader<ApplicationSummary, RegisterView>;
/** How readings of the journal are made: each call is a transaction of its own, so that the page answers in between. */
export type ReadJournal = <T>(work: (reader: Reader) => Promise<T>) => Promise<T>;

const STRIDE = 500;

/** Those of these journals that are of an org's devices: their first record is of the org, or they are the own ones. */
export async function journalsOf(
	read: ReadJournal,
	org: OrgId,
	own: readonly JournalId[],
	journals: readonly JournalId[]
): Promise<JournalId[]> {
	const found: JournalId[] = [];
	for (const journal of journals) {
		const [first] = own.includes(journal) ? [] : readableFacts(await read((reader) => reader.afterSeq(journal, 0, 1)));
		if (own.includes(journal) || first?.org === org) found.push(journal);
	}
	return found;
}

/** What is known of one journal beyond the earlier closings, and the last thing of all. */
type OpenJournal = {
	facts: Fact[];
	stored: StoredFact[];
	seen: JournalSeen | null;
	/** The last place that was read. */
	until: { journal: JournalId; seq: number };
};

/**
 * Reads a journal from the first place that no closing has seen. Places that were covered further on are read and left out: they
 * are few.
 */
export async function openFactsOf(
	read: ReadJournal,
	journal: JournalId,
	org: OrgId,
	{ earlier, law }: { earlier: readonly Closing[]; law: Law }
): Promise<OpenJournal> {
	const from = coveredFromTheStart(journal, earlier);
	const stored: StoredFact[] = [];
	for (let after: number | null = Math.max(0, from - 1); after !== null;) {
		const seq: number = after;
		const { facts, next } = await read((reader) => wholePlaces(reader, journal, seq, STRIDE));
		stored.push(...facts);
		after = next;
	}
	const facts = readableFacts(stored).filter((fact) => fact.org === org);
	const last = facts.at(-1);
	return {
		facts: facts.filter((fact) => !isCovered(fact, earlier)),
		stored,
		until: { journal, seq: stored.at(-1)?.seq ?? Math.max(0, from - 1) },
		seen: last
			? {
					journal,
					at: legalTimeOf(last, law.corrections),
					seq: last.seq,
					actor: last.actor,
					window: last.window ?? null
				}
			: null
	};
}

/** Up to this place closings have seen the journal without a gap; 0 if none has seen its beginning. */
function coveredFromTheStart(journal: JournalId, earlier: readonly Closing[]): number {
	const ranges = earlier
		.flatMap(({ covers }) => covers.filter((range) => range.journal === journal))
		.sort((a, b) => a.from - b.from);
	let until = 0;
	for (const { from, to } of ranges) if (from <= until + 1) until = Math.max(until, to);
	return until;
}
