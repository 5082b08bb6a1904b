import { type Fact, type FactOf } from '../fact/fact.ts';
import { type FactId, type Instant, type JournalId, type StaffId } from '../fact/ids.ts';
import { isRegistryType } from '../fact/registry-facts.ts';
import { isVerdictType } from '../fact/verdict-facts.ts';

/** The longest shift; see `device/keys/key-holder`. */
const LONGEST_MS = 14 * 60 * 60_000;
/** What a person began before the lock may be written a moment after it: a paper that was on its way to the printer. */
const GRACE_MS = 60_000;

/** When something was written, by the server's clock as far as the device knew it and by its own, and where. */
export type Edge = { at: Instant; wall: Instant; journal: JournalId; seq: number };
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
 * @param isSameDevice whether two journals are known to be of one device, as they are after a fork
 */
export function foldSessions(
	facts: readonly Fact[],
	isProven: (fact: FactOf<'unlocked'>) => boolean,
	isSameDevice: (a: JournalId, b: JournalId) => boolean = (a, b) => a === b
): Sessions {
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
	// Each one that came later ends it: places and clocks may disagree, and then no order of all of them would hold.
	for (const session of opened)
		for (const next of opened)
			if (isSameDevice(session.body.device, next.body.device) && isBefore(edgeOf(session), edgeOf(next)))
				end(session.id, edgeOf(next));
	return { byId, ends, firstOf };
}

/** Of which facts it is asked whether their actor was at the desk: not of the coming and going itself, nor of what the server says. */
export const isDeskAsked = ({ type }: Pick<Fact, 'type'>): boolean =>
	type !== 'unlocked' && type !== 'locked' && !isRegistryType(type) && !isVerdictType(type);

/**
 * A second hand acts at a colleague's desk by number and PIN: whoever collects from a window, and a head who says that a clock is right.
 * They have no session there, and nothing is said of them.
 */
const isSecondHand = (fact: Fact): boolean =>
	(fact.type === 'collected' && fact.countersigned !== undefined) ||
	(fact.type === 'clockChecked' && fact.body.allowed !== undefined);

/**
 * Whether a fact was written while its actor was at the device, by what is known of sessions. Null: nobody can say, for its actor had
 * never proven a session by then (no badge, or it was never used), or they acted at a colleague's desk.
 * @param mayBeSame whether two journals may be of one device
 */
export function wasAtDesk(
	{ byId, ends, firstOf }: Sessions,
	fact: Fact,
	mayBeSame: (a: JournalId, b: JournalId) => boolean = () => true
): boolean | null {
	if (!isDeskAsked(fact) || isSecondHand(fact)) return null;
	if (timeOf(fact) < (firstOf.get(fact.actor) ?? Infinity)) return null;
	const session = fact.session === undefined ? undefined : byId.get(fact.session);
	if (!session || session.person !== fact.actor || !mayBeSame(session.device, fact.journal)) return false;
	const written = edgeOf(fact);
	if (isBefore(written, session) || elapsed(session, written) > LONGEST_MS) return false;
	return !(ends.get(fact.session!) ?? []).some((end) => isBefore(end, written) && elapsed(end, written) > GRACE_MS);
}

/** By the server's clock as far as the device knew it. */
export const timeOf = ({ at, clock }: Pick<Fact, 'at' | 'clock'>): Instant => at + (clock.offsetMs ?? 0);

export const edgeOf = (fact: Pick<Fact, 'at' | 'clock' | 'journal' | 'seq'>): Edge => ({
	at: timeOf(fact),
	wall: fact.at,
	journal: fact.journal,
	seq: fact.seq
});

/** A device that learns in between how wrong its clock goes seems to leap by one of its two times, and not by the other. */
const elapsed = (from: Edge, to: Edge): number => Math.min(to.at - from.at, to.wall - from.wall);

/** In one journal by place, whatever the clock did in between; across journals, which a fork makes of one, by time. */
export const isBefore = (a: Edge, b: Edge): boolean => (a.journal === b.journal ? a.seq < b.seq : a.at < b.at);
