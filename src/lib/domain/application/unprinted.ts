import { type Fact } from '../fact/fact.ts';
import { type Instant } from '../fact/ids.ts';
import { type PaperNumber } from '../number/paper-number.ts';

export type UnprintedAcceptance = { number: PaperNumber; at: Instant };

/**
 * The latest acceptance among the last facts of one journal, if no fact shows that its receipt or talon was printed or skipped: a
 * crash came between the record and the paper.
 * @param facts in the order of the journal
 */
export function unprintedOf(facts: readonly Fact[]): UnprintedAcceptance | null {
	const last = facts.findLast((fact) => fact.type === 'accepted');
	if (last?.subject.kind !== 'application') return null;
	const number = last.subject.number as PaperNumber;
	const isDealtWith = facts.some(
		(fact) =>
			(fact.subject.kind === 'application' && fact.subject.number === number && isPaper(fact)) ||
			(fact.type === 'annulled' && fact.on.includes(last.id))
	);
	return isDealtWith ? null : { number, at: last.at };
}

function isPaper(fact: Fact): boolean {
	if (fact.type === 'printed') return fact.body.document === 'receipt' || fact.body.document === 'talon';
	return fact.type === 'receiptSpoiled' || fact.type === 'withdrawn' || fact.type === 'renumbered';
}
