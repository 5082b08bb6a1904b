import { type Fact, type FactOf } from '../fact/fact.ts';
import { type FactId, type Instant, type JournalId, type StaffId } from '../fact/ids.ts';

/** The longest shift; see `state/key-holder`. */
const LONGEST_MS = 14 * 60 * 60_000;
/** What a person began before the lock may be written a moment after it: a paper that was on its way to the printer. */
const GRACE_MS = 60_000;

type Edge = { at: Instant; journal: JournalId; seq: number };
/** `device`: the journal that the device wrote when the session began, in which it stays whatever the fact is moved to. */
type Session = Edge & { person: StaffId; device: JournalId };

/** Who was at which device when: sessions by their id, and what ends them. */
export type Sessions = {
	byId: ReadonlyMap<FactId, Session>;
	/** `locked`, and each `unlocked` of the device, which ends the session before. */
	ends: ReadonlyMap<FactId, readonly Edge[]>;
	/** When each person first proved a session: from then on they have a key and use it. */
	firstOf: ReadonlyMap<StaffId, Instant>;
};

/**
 * The sessions of devices, in any order, repeats allowed.
 * @param isProven whether the signature of an `unlocked` is of the key that its actor had then: checked beforehand, it takes time
 */
export function foldSessions(facts: readonly Fact[], isProven: (fact: FactOf<'unlocked'>) => boolean): Sessions {
	const byId = new Map<FactId, Session>();
	const ends = new Map<FactId, Edge[]>();
	const firstOf = new Map<StaffId, Instant>();
	const unique = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
	const opened = unique.filter((fact) => fact.type === 'unlocked').filter(isProven);
	for (const fact of opened) {
		byId.set(fact.id, { ...edgeOf(fact), person: fact.actor, device: fact.body.device });
		firstOf.set(fact.actor, Math.min(firstOf.get(fact.actor) ?? Infinity, timeOf(fact)));
	}
	const end = (session: FactId, at: Edge) => ends.set(session, [...(ends.get(session) ?? []), at]);
	// Nobody ends another's session but by coming to the device themselves.
	for (const fact of unique)
		if (fact.type === 'locked' && byId.get(fact.body.session)?.person === fact.actor)
			end(fact.body.session, edgeOf(fact));
	for (const of of Map.groupBy(opened, ({ body }) => body.device).values()) {
		const inOrder = of
			.map((fact) => ({ id: fact.id, edge: edgeOf(fact) }))
			.sort((a, b) => (isBefore(a.edge, b.edge) ? -1 : 1));
		inOrder.slice(1).forEach(({ edge }, place) => end(inOrder[place]!.id, edge));
	}
	return { byId, ends, firstOf };
}

/**
 * Whether a fact was written while its actor was at the device, by what is known of sessions. Null: nobody can say, for its actor had
 * never proven a session by then (no badge, or it was never used).
 */
export function wasAtDesk({ byId, ends, firstOf }: Sessions, fact: Fact): boolean | null {
	// Of coming and going themselves nothing is asked.
	if (fact.type === 'unlocked' || fact.type === 'locked') return null;
	if (timeOf(fact) < (firstOf.get(fact.actor) ?? Infinity)) return null;
	const session = fact.session === undefined ? undefined : byId.get(fact.session);
	if (!session || session.person !== fact.actor) return false;
	const written = edgeOf(fact);
	if (isBefore(written, session) || written.at - session.at > LONGEST_MS) return false;
	return !(ends.get(fact.session!) ?? []).some((end) => isBefore(end, written) && written.at - end.at > GRACE_MS);
}

/** By the server's clock as far as the device knew it. */
const timeOf = ({ at, clock }: Fact): Instant => at + (clock.offsetMs ?? 0);

const edgeOf = (fact: Fact): Edge => ({ at: timeOf(fact), journal: fact.journal, seq: fact.seq });

/** In one journal by place, whatever the clock did in between; across journals, which a fork makes of one, by time. */
const isBefore = (a: Edge, b: Edge): boolean => (a.journal === b.journal ? a.seq < b.seq : a.at < b.at);
