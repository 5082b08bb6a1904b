import { type BodyOf, type Fact, type FactOf } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId, type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type FlagReason } from '#lib/domain/fact/verdict-facts.ts';

type Word = { nth?: number; reason?: FlagReason; withdrawn?: true; at?: number; id?: string };

/** What the server says of a fact: that it flags it, or withdraws that. */
export function aVerdict(
	{ id: fact, type: what, subject, org, at }: Pick<Fact, 'id' | 'type' | 'subject' | 'org' | 'at'>,
	{ nth = 1, reason = 'noRight', withdrawn, at: when = at + 1000, id }: Word = {}
): Fact {
	const type = withdrawn ? 'flagWithdrawn' : 'flagged';
	const body: BodyOf<'flagged'> = { fact, reason, nth, what, tell: [org] };
	return {
		v: 1,
		id: (id ?? `${type}-${fact}-${reason}-${nth}`) as FactId,
		type,
		journal: 'verdicts' as JournalId,
		seq: nth,
		prev: '',
		subject,
		on: [],
		replaces: [],
		at: when,
		clock: { offsetMs: 0, ageMs: 0 },
		actor: 'server' as StaffId,
		role: 'authorityAdmin',
		org: 'server' as OrgId,
		body,
		details: null
	};
}

type Settlement = { counts: boolean; at?: number; role?: Role; org?: OrgId; id?: string };

/** What a head says of a flagged fact. */
export function aSettlement(
	fact: Pick<Fact, 'id' | 'type' | 'subject' | 'org' | 'at'>,
	{ counts, at = fact.at + 2000, role = 'head', org = fact.org, id = `settles-${fact.id}-${at}` }: Settlement
): FactOf<'flagSettled'> & Fact {
	return {
		v: 1,
		id: id as FactId,
		type: 'flagSettled',
		journal: 'heads' as JournalId,
		seq: 1,
		prev: '',
		subject: fact.subject,
		on: [fact.id],
		replaces: [],
		at,
		clock: { offsetMs: 0, ageMs: 0 },
		actor: 'head-1' as StaffId,
		role,
		org,
		body: { counts, what: fact.type },
		details: { text: 'Тексерілді' }
	};
}
