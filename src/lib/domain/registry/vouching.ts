import { type Fact, type FactOf } from '../fact/fact.ts';
import { edgeOf, isBefore } from './sessions.ts';

type Vouched = FactOf<'vouched'>;

/** Whether somebody speaks of this fact: one of their own number, at that device, written before they speak. */
export const speaksOf = (said: Vouched, fact: Fact): boolean =>
	said.actor === fact.actor &&
	said.body.device === fact.journal &&
	said.body.from <= fact.seq &&
	fact.seq <= said.body.to &&
	isBefore(edgeOf(fact), edgeOf(said));

/**
 * Whether what was written outside of any session was its author's, by their own word given within one. Where they said of a fact that it
 * was not theirs too, that holds: a head settles it.
 */
export function isVouched(fact: Fact, said: readonly Vouched[], wasAtDesk: (said: Fact) => boolean | null): boolean {
	const heard = said.filter((each) => speaksOf(each, fact) && wasAtDesk(each) === true);
	return heard.length > 0 && heard.every(({ body }) => body.own);
}
