import { type Fact, factForms } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { traitsOf } from '#lib/domain/fact/traits.ts';
import { type FlagReason } from '#lib/domain/fact/verdict-facts.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { actingSpans } from '#lib/domain/verdict/acting-spans.ts';
import { actedAt, type JudgeGround, reasonsAgainst } from '#lib/domain/verdict/reasons-against.ts';
import { verdictDraft, type Word } from '#lib/domain/verdict/verdict-drafts.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type FlagRow, type JournalReads } from '../store/journal-store.ts';
import { askDesks, type SessionReads } from './ask-desks.ts';
import { askKnownThen } from './known-then.ts';
import { signedGround } from './signed-ground.ts';
import { writersUnder } from './writers-under.ts';

/** What is said of facts: the words that changed, with the fact of each. */
export type Said = { fact: Fact; word: Word }[];

type Reads = Pick<JournalReads, 'staffingFacts' | 'journals' | 'flags' | 'factsOf' | 'placesOf'> & SessionReads;
type Known = {
	registry: Pick<Registry, 'people' | 'devices' | 'journals' | 'agreed'>;
	law: Law;
	/** Facts whose own text is known to have its place in the chain. */
	placed?: ReadonlySet<FactId>;
	/** Facts of which nothing is said yet for want of a signature: what proves them may follow. */
	mayFollow?: ReadonlySet<FactId>;
	/** Facts that came before regulations were the authority's. */
	beforeAuthority?: ReadonlySet<FactId>;
};

/** Facts of a form that this version knows; others are judged by a server that knows them. */
export const isJudged = (fact: { type: string }): fact is Fact =>
	Object.hasOwn(factForms, fact.type) && 'actor' in fact;

/**
 * Judges facts by what is known now, and compares that with the last word about each. Nearly all facts are rightful by their author's own
 * roles, and nothing is read for them.
 * @param isNew none of them was ever judged: then only what is flagged is asked for
 */
export async function judge(reads: Reads, facts: readonly Fact[], known: Known, isNew: boolean): Promise<Said> {
	const orgs = await journalsSeen(reads, facts);
	const ground: Omit<JudgeGround, 'acting'> = {
		registry: known.registry,
		writers: writersUnder(known.law),
		corrections: known.law.corrections,
		orgOfJournal: (journal) => orgs.get(journal),
		isLawKnown: () => true,
		isBeforeAuthority: ({ id }) => known.beforeAuthority?.has(id) === true,
		signed: await signedGround(reads, facts, known),
		wasAtDesk: await askDesks(reads, facts, known.registry),
		knownThen: await askKnownThen(reads, facts, known.registry)
	};
	const withoutDeputies = { ...ground, acting: () => [] };
	const doubtful = facts.filter((fact) => reasonsAgainst(fact, withoutDeputies).length > 0);
	const against =
		doubtful.length === 0
			? new Map<FactId, FlagReason[]>()
			: await judgeDoubtful(reads, doubtful, {
					...ground,
					isLawKnown: await underUnknownLaw(reads, doubtful, known.law)
				});
	const asked = isNew ? doubtful.filter(({ id }) => against.has(id)) : facts;
	if (asked.length === 0) return [];
	const flags = Map.groupBy(await reads.flags(asked.map(({ id }) => id)), ({ fact }) => fact);
	const isAsked = ({ id }: Fact, reason: FlagReason): boolean =>
		reason !== 'unproven' || known.mayFollow?.has(id) !== true;
	return asked.flatMap((fact) =>
		changed(fact, against.get(fact.id) ?? [], flags.get(fact.id) ?? []).filter(({ word }) => isAsked(fact, word.reason))
	);
}

/**
 * Judges with the appointments of each org. Those of the staffing come first, in order of time, each without what is flagged by then: an
 * appointment founds no right that came before it, its author's least of all.
 */
async function judgeDoubtful(
	reads: Reads,
	doubtful: readonly Fact[],
	ground: Omit<JudgeGround, 'acting'>
): Promise<Map<FactId, FlagReason[]>> {
	const staffing = new Map<OrgId, Fact[]>();
	for (const org of new Set(doubtful.map((fact) => fact.org)))
		staffing.set(org, readableFacts(await reads.staffingFacts(org)));
	const flagged = new Map<FactId, FlagReason[]>();
	const spans = new Map<OrgId, ReturnType<typeof actingSpans>>();
	const acting: JudgeGround['acting'] = (org) => {
		const before = spans.get(org);
		if (before) return before;
		const counted = (staffing.get(org) ?? []).filter(({ id }) => !flagged.has(id));
		const made = actingSpans(counted, org, ground.corrections);
		spans.set(org, made);
		return made;
	};
	const byTime = (a: Fact, b: Fact) => actedAt(a, ground.corrections) - actedAt(b, ground.corrections);
	const { staff = [], other = [] } = Object.groupBy(doubtful, ({ type }) =>
		traitsOf(type).feeds === 'staffing' ? 'staff' : 'other'
	);
	for (const fact of [...staff.sort(byTime), ...other]) {
		const reasons = reasonsAgainst(fact, { ...ground, acting });
		if (reasons.length === 0) continue;
		flagged.set(fact.id, reasons);
		if (traitsOf(fact.type).feeds === 'staffing') spans.delete(fact.org);
	}
	return flagged;
}

async function journalsSeen(reads: Reads, facts: readonly Fact[]): Promise<Map<JournalId, OrgId>> {
	const checked = facts.flatMap((fact) => (fact.type === 'clockChecked' ? [fact.body.journal] : []));
	if (checked.length === 0) return new Map();
	return new Map([...(await reads.journals([...new Set(checked)]))].map(([journal, { org }]) => [journal, org]));
}

/** Facts of applications whose law is not known here: nobody can say whose their steps are, and no word is better than a wrong one. */
async function underUnknownLaw(reads: Reads, facts: readonly Fact[], law: Law): Promise<JudgeGround['isLawKnown']> {
	const isStep = ({ type }: Fact): boolean => traitsOf(type).step !== undefined;
	const numbers = facts.flatMap((fact) =>
		isStep(fact) && fact.subject.kind === 'application' ? [fact.subject.number] : []
	);
	if (numbers.length === 0) return () => true;
	const stories = await reads.factsOf([...new Set(numbers)]);
	const unknown = new Set<string>();
	for (const [number, story] of stories)
		for (const fact of readableFacts(story.filter(({ type }) => type === 'accepted')))
			if (fact.type === 'accepted' && !law.regulation(fact.body.regulation.id, fact.body.regulation.version))
				unknown.add(number);
	return (fact) => !(isStep(fact) && fact.subject.kind === 'application' && unknown.has(fact.subject.number));
}

/** The words by which what stands differs from what was said last. */
function changed(fact: Fact, reasons: readonly FlagReason[], said: readonly FlagRow[]): Said {
	const all = new Set<FlagReason>([...reasons, ...said.map(({ reason }) => reason)]);
	return [...all].flatMap((reason) => {
		const last = said.find((row) => row.reason === reason);
		const stands = reasons.includes(reason);
		if (!last?.heard && stands === (last?.stands ?? false)) return [];
		return { fact, word: { reason, stands, nth: (last?.nth ?? 0) + 1 } };
	});
}

export const draftsOf = (said: Said) => said.map(({ fact, word }) => verdictDraft(fact, word));

export const rowsOf = (said: Said): FlagRow[] =>
	said.map(({ fact, word: { reason, nth, stands } }) => ({
		fact: fact.id,
		reason,
		actor: fact.actor,
		nth,
		stands,
		heard: false
	}));
