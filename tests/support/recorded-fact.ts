import { type Fact, type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId, type JournalId, type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';

type By = { actor: StaffId; role: Role; org: OrgId };

/** Gives drafts the envelope that a journal would, one second after another; all by one person unless a fact says otherwise. */
export function recorder(by: By): (draft: FactDraft, id: string, more?: Partial<Fact>) => Fact {
	let made = 0;
	return (draft, id, more = {}) =>
		({
			v: 1,
			journal: 'J' as JournalId,
			seq: (made += 1),
			prev: '',
			on: [],
			replaces: [],
			at: 1_000 * made,
			clock: { offsetMs: 0, ageMs: 0 },
			...by,
			...draft,
			...more,
			id: id as FactId
		}) as unknown as Fact;
}
