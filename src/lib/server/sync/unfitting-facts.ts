import { writersOf } from '#lib/domain/acts/rights.ts';
import { type FactType } from '#lib/domain/fact/fact.ts';
import { type Role } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { unitsOfAnyStep } from '#lib/domain/regulation/step-units.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';

/** A fact of a role to which no act gives its type, by the regulations that the server knows. */
export type Unfitting = { id: string; type: string; role: string };

/**
 * Facts that no act of their author's role writes. The server sees facts and never commands: what does not fit is reported to
 * whoever runs it, and kept all the same, for what happened is never refused. Types of a newer program are not judged.
 */
export function unfittingJudge(
	services: () => readonly Regulation[],
	versionsOf: (id: string) => readonly Regulation[]
): (facts: readonly StoredFact[]) => Unfitting[] {
	// Worked out at the first fact, not at the start, and again only when a service comes in: every commit asks.
	let known: { services: readonly Regulation[]; writers: ReturnType<typeof writersOf> } | undefined;
	const writersNow = () => {
		const now = services();
		if (known?.services !== now)
			known = {
				services: now,
				writers: writersOf((step) =>
					unitsOfAnyStep(
						now.flatMap(({ id }) => versionsOf(id)),
						step
					)
				)
			};
		return known.writers;
	};
	return (facts) =>
		facts.flatMap(({ id, type, text }) => {
			const allowed = writersNow().get(type as FactType);
			const { role } = JSON.parse(text) as { role: Role };
			return allowed && !allowed.has(role) ? [{ id, type, role }] : [];
		});
}
