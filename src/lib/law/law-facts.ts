import { type ClockCorrection } from '#lib/domain/application/application.ts';
import { type BodyOf, type Fact } from '#lib/domain/fact/fact.ts';
import { type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type FeedType, storedFeeds, traitsOf } from '#lib/domain/fact/traits.ts';
import { isVerdictType } from '#lib/domain/fact/verdict-facts.ts';
import { aboutRight, counting } from '#lib/domain/verdict/flags.ts';
import { readableFacts } from './readable-facts.ts';

/** A fact of an org that feeds the fold of applications: every store keeps these together, because every fold needs them. */
export type LawFact = Extract<Fact, { type: FeedType<'law'> }>;

/** Corrections of wrong clocks, from `clockChecked` facts. */
export function correctionsOf(lawFacts: readonly StoredFact[]): ClockCorrection[] {
	return readLawFacts(lawFacts).flatMap((fact) => (fact.type === 'clockChecked' ? [fact.body] : []));
}

/** By hash of the text: a regulation is long, and a store returns a new object at each read. */
const readTexts = new Map<string, Fact[]>();
/** More than any org ever has; bounds the cache. */
const MOST_TEXTS = 2000;

/**
 * The law facts that count and that this version can read. Each text is parsed once, because every fold reads them.
 * @param lawFacts with the verdicts about them
 */
export const readLawFacts = (lawFacts: readonly StoredFact[]): LawFact[] => counting(readAll(lawFacts)).filter(isLaw);

/** Whether they count or not, and what is said of that. */
const readAll = (lawFacts: readonly StoredFact[]): Fact[] =>
	lawFacts.filter((fact) => storedFeeds(fact, 'law')).flatMap(readOnce);

const isLaw = (fact: Fact): fact is LawFact => traitsOf(fact.type).feeds === 'law';

function readOnce(stored: StoredFact): Fact[] {
	const known = readTexts.get(stored.hash);
	if (known) return known;
	const facts = readableFacts([stored]);
	if (readTexts.size >= MOST_TEXTS) readTexts.clear();
	readTexts.set(stored.hash, facts);
	return facts;
}

/** What new law facts affect: rows by a key, and ranges of a journal. */
export type Bearing = {
	/** Rows that have this key; where `org` is given, only its applications change. */
	keys: readonly { key: string; org?: OrgId }[];
	ranges: readonly { journal: JournalId; from: number; to: number }[];
};

/** The key of the rows that were accepted under one version of a regulation. */
export const regulationKey = ({ id, version }: BodyOf<'accepted'>['regulation']): string =>
	`regulation:${id}@${version}`;

/**
 * Which rows must be folded again after `fresh`. A calendar moves the due times of unfinished applications; a version of a
 * regulation gives a route to applications accepted under it; a clock found wrong shifts facts recorded long before, and with them
 * possibly which override of a day, or which import, is the later one. A verdict bears on what the fact does that it is about.
 */
export function bearingOf(fresh: readonly StoredFact[], lawFacts: readonly StoredFact[]): Bearing {
	const facts = concernedBy(fresh, lawFacts);
	const ranges = facts.flatMap((fact) => (fact.type === 'clockChecked' ? [fact.body] : []));
	const shifted = readLawFacts(lawFacts).filter(({ type, journal, seq }) =>
		type === 'clockChecked'
			? false
			: ranges.some((range) => range.journal === journal && range.from <= seq && seq <= range.to)
	);
	const keys = new Map<string, { key: string; org?: OrgId }>();
	for (const fact of [...facts, ...shifted])
		for (const each of keysOf(fact)) keys.set(`${each.key} ${each.org ?? ''}`, each);
	return { keys: [...keys.values()], ranges: ranges.map(({ journal, from, to }) => ({ journal, from, to })) };
}

/** The law facts among the fresh ones, and those that fresh verdicts are about. */
function concernedBy(fresh: readonly StoredFact[], lawFacts: readonly StoredFact[]): LawFact[] {
	const read = readAll(fresh);
	const judged = new Set(aboutRight(read).flatMap((fact) => (isVerdict(fact) ? [fact.body.fact] : fact.on)));
	const known = judged.size === 0 ? [] : readAll(lawFacts).filter(({ id }) => judged.has(id));
	return [...new Map([...read, ...known].filter(isLaw).map((fact) => [fact.id, fact])).values()];
}

const isVerdict = (fact: Fact): fact is Extract<Fact, { type: 'flagged' | 'flagWithdrawn' }> =>
	isVerdictType(fact.type);

function keysOf(fact: LawFact): { key: string; org?: OrgId }[] {
	const { subject } = fact;
	// Of the org that it is about: an administrator of the authority sets hours for others.
	const org = subject.kind === 'org' ? subject.org : fact.org;
	if (fact.type === 'calendarChanged' || fact.type === 'hoursSet' || fact.type === 'roundsSet')
		return ['state:open', 'state:numberOnly'].map((key) => ({ key, org }));
	return fact.type === 'regulationImported' ? [{ key: regulationKey(fact.body) }] : [];
}
