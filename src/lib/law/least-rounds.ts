import { type LeastRounds } from '#lib/domain/registry/registry-ground.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type StepFact } from '#lib/domain/regulation/vocabulary.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';

/**
 * How often a day packets must be collected and dispatched at least, by the strictest regulation in force on a day, with its own
 * text; null where none sets a number (table 1, limits given as a rate).
 */
export function leastRounds(law: Law, date: PlainDate): { collect: LeastRounds | null; dispatch: LeastRounds | null } {
	return { collect: strictest(law, date, 'collected'), dispatch: strictest(law, date, 'dispatched') };
}

function strictest(law: Law, date: PlainDate, fact: StepFact): LeastRounds | null {
	const rates = law.inForce(date).flatMap((regulation) =>
		(['notice', 'refusal'] as const).flatMap((outcome) =>
			(law.routeOf(regulation, 'center', outcome) ?? []).flatMap((step) => {
				if (step.fact !== fact || step.limit?.unit !== 'timesPerDay') return [];
				const printed = regulation.table1.actions.find(({ number }) => number === step.no)?.limit;
				return [{ amount: step.limit.amount, literal: printed?.literal ?? String(step.limit.amount) }];
			})
		)
	);
	return rates.reduce<LeastRounds | null>((most, rate) => (most && most.amount >= rate.amount ? most : rate), null);
}
