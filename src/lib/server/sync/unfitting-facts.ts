import { type FactType } from '#lib/domain/fact/fact.ts';
import { type Role } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { writersUnder } from '../verdicts/writers-under.ts';

/** A fact of a role to which no act gives its type, by the law that the server knows. */
type Unfitting = { id: string; type: string; role: string };

/**
 * Facts that no act of their author's role writes. The server sees facts and never commands: what does not fit is reported to
 * whoever runs it, and kept all the same, for what happened is never refused. Types of a newer program are not judged.
 */
export function unfittingJudge(lawNow: () => Law): (facts: readonly StoredFact[]) => Unfitting[] {
	return (facts) =>
		facts.flatMap(({ id, type, text }) => {
			const allowed = writersUnder(lawNow()).get(type as FactType);
			const { role } = JSON.parse(text) as { role: Role };
			return allowed && !allowed.has(role) ? [{ id, type, role }] : [];
		});
}
