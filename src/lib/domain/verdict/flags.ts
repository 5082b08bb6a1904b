import { type Envelope } from '../fact/fact.ts';
import { type FactId, type Instant, type Role, type StaffId } from '../fact/ids.ts';
import { countsByRight } from '../fact/traits.ts';
import { type FlagReason, isAboutRight, isVerdictType } from '../fact/verdict-facts.ts';

/** The fields by which flags are read; loosely, for the server delivers facts of newer programs too. */
type Flaggable = Pick<Envelope, 'id' | 'type' | 'at' | 'org' | 'body'> & {
	on?: readonly FactId[] | undefined;
	role?: Role;
	actor?: StaffId;
	details?: unknown;
};

/** How a head settled a flag. `text` is null where the personal part is missing. */
type FlagSettlement = {
	fact: FactId;
	counts: boolean;
	by: StaffId | null;
	at: Instant;
	text: string | null;
};

/** What stands against a fact. */
export type Flag = {
	reasons: readonly FlagReason[];
	/** The verdict that stands, and when the server gave it. */
	by: FactId;
	at: Instant;
	settled: FlagSettlement | null;
};
export type Flags = ReadonlyMap<FactId, Flag>;

const NO_FLAGS: Flags = new Map();

/**
 * The facts that the server flagged and did not withdraw, with what a head said to it; from facts in any order, repeats allowed. Of
 * several settlements the latest counts; one counts only from the org of the fact or from the authority, and only if nothing stands
 * against it itself: nobody without a right settles what was done without a right.
 */
export function flagsOf(facts: readonly Flaggable[]): Flags {
	const words = facts.filter(({ type }) => isVerdictType(type));
	if (words.length === 0) return NO_FLAGS;
	const standing = [...latestWords(words).values()].filter(({ type }) => type === 'flagged').sort(byId);
	const byFact = Map.groupBy(standing, ({ body }) => body['fact'] as FactId);
	const authors = new Map(facts.flatMap((fact) => (byFact.has(fact.id) ? [[fact.id, fact] as const] : [])));
	const settlements = facts.filter(({ id, type }) => type === 'flagSettled' && !byFact.has(id)).sort(byTime);
	const settle = (id: FactId): FlagSettlement | null => {
		const author = authors.get(id);
		const last = settlements.findLast((each) => (each.on ?? []).includes(id) && maySettle(each, author));
		return last ? settlementOf(last) : null;
	};
	return new Map(
		[...byFact].map(([id, verdicts]) => {
			const [first] = verdicts;
			const reasons = [...new Set(verdicts.map(({ body }) => body['reason'] as FlagReason))].sort();
			const at = Math.min(...verdicts.map((each) => each.at));
			return [id, { reasons, by: first!.id, at, settled: settle(id) }];
		})
	);
}

/**
 * Whether a fact counts. What physically happened always does, and is shown; what counts only by right does not while a flag stands
 * against it, until a head lets it count.
 */
export function counts({ id, type }: Pick<Flaggable, 'id' | 'type'>, flags: Flags): boolean {
	const flag = flags.get(id);
	return !flag || !countsByRight(type) || flag.settled?.counts === true;
}

/** The facts that count, by the verdicts among them. */
export function counting<F extends Flaggable>(facts: readonly F[]): readonly F[] {
	const flags = flagsOf(facts);
	return flags.size === 0 ? facts : facts.filter((fact) => counts(fact, flags));
}

/** Whether these facts say anything of rights: the verdicts and their settlements, without what they are about. */
export const aboutRight = <F extends { type: string }>(facts: readonly F[]): F[] =>
	facts.filter(({ type }) => isAboutRight(type));

/** The highest word about each fact and reason; one that is held twice, of two epochs, says the same. */
function latestWords(words: readonly Flaggable[]): Map<string, Flaggable> {
	const latest = new Map<string, Flaggable>();
	for (const word of words) {
		const key = `${String(word.body['fact'])} ${String(word.body['reason'])}`;
		const known = latest.get(key);
		if (!known || isLater(word, known)) latest.set(key, word);
	}
	return latest;
}

const nthOf = ({ body }: Flaggable): number => body['nth'] as number;

/** Two words with one number come of two epochs: the withdrawal holds, for it knew more. */
function isLater(word: Flaggable, known: Flaggable): boolean {
	if (nthOf(word) !== nthOf(known)) return nthOf(word) > nthOf(known);
	if (word.type !== known.type) return word.type === 'flagWithdrawn';
	return word.id < known.id;
}

const maySettle = (settlement: Flaggable, about: Flaggable | undefined): boolean =>
	(settlement.org === about?.org || settlement.role === 'authorityAdmin') &&
	!(about && isOwnImport(about, settlement.actor));

/** What lacked another administrator's word is not settled by whoever wrote it. */
export const isOwnImport = ({ type, role, actor }: Flaggable, settler: StaffId | undefined): boolean =>
	type === 'regulationImported' && role === 'authorityAdmin' && actor === settler;

const settlementOf = ({ id, at, actor, body, details }: Flaggable): FlagSettlement => ({
	fact: id,
	counts: body['counts'] === true,
	by: actor ?? null,
	at,
	text: (details as { text?: string } | null | undefined)?.text ?? null
});

const byId = (a: Flaggable, b: Flaggable): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const byTime = (a: Flaggable, b: Flaggable): number => a.at - b.at || byId(a, b);
