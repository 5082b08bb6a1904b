import { type Fact } from '#lib/domain/fact/fact.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { type FactId, type Instant, type JournalId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { timeOf } from '#lib/domain/registry/sessions.ts';

/** By what the facts on sessions are found. `device`: the journal that the device wrote as the person came; '' where none is said. */
export type SessionRow = {
	type: SessionType;
	session: FactId | '';
	person: StaffId;
	device: JournalId | '';
	journal: JournalId;
	seq: number;
	at: Instant;
};
export type SessionType = 'unlocked' | 'locked' | 'vouched';

const TYPES: ReadonlySet<string> = new Set<SessionType>(['unlocked', 'locked', 'vouched']);

const isSessionFact = (fact: Fact): fact is Extract<Fact, { type: SessionType }> => TYPES.has(fact.type);

/** The row of a fact on sessions; null of any other, and of one in a form that this version does not know. */
export function sessionRowOf({ type, text }: Pick<StoredFact, 'type' | 'text'>): SessionRow | null {
	if (!TYPES.has(type)) return null;
	const read = readFact(text, null);
	if (!read.ok || !read.known || !isSessionFact(read.fact)) return null;
	const { fact } = read;
	const found = { person: fact.actor, journal: fact.journal, seq: fact.seq, at: timeOf(fact) };
	if (fact.type === 'locked') return { ...found, type: 'locked', session: fact.body.session, device: '' };
	if (fact.type === 'vouched') return { ...found, type: 'vouched', session: '', device: fact.body.device };
	return { ...found, type: 'unlocked', session: fact.id, device: fact.body.device };
}
