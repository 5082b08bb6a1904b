import { onlyBy } from '../application/commands/may-do.ts';
import { type DecideContext } from '../application/context.ts';
import { allow, refuse, type Verdict } from '../application/refusal.ts';
import { type Fact, type FactDraft } from '../fact/fact.ts';
import { type FactId, type OrgId } from '../fact/ids.ts';
import { namedParties } from '../fact/touched.ts';
import { countsByRight } from '../fact/traits.ts';
import { isVerdictType } from '../fact/verdict-facts.ts';
import { type Flag, flagsOf, isOwnImport } from '../verdict/flags.ts';

/** A fact of an office that the server flagged. */
export type OfficeFlag = { fact: Fact; flag: Flag };
/** `told`: of another org, as the server told the authority; of the own one the device knows it. */
export type SettleOfficeFlagCommand = { fact: FactId; counts: boolean; text: string; told?: OfficeFlag };

/** The ids of what is said to have been done without a right, by verdicts about an office. */
export const flaggedIn = (verdicts: readonly Fact[]): FactId[] => [
	...new Set(verdicts.flatMap((fact) => (isVerdictType(fact.type) && 'fact' in fact.body ? [fact.body.fact] : [])))
];

/**
 * What an office itself did without a right, and what its head said to that, the oldest first; of applications their own story tells.
 * @param facts the verdicts and settlements, and the facts that they are about
 * @param org null: of all offices
 */
export function officeFlagsOf(facts: readonly Fact[], org: OrgId | null): OfficeFlag[] {
	const flags = flagsOf(facts);
	const unique = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
	return unique
		.filter(
			({ org: author, subject, type }) =>
				(org === null || author === org) && subject.kind === 'org' && type !== 'flagSettled'
		)
		.flatMap((fact): OfficeFlag[] => {
			const flag = flags.get(fact.id);
			return flag ? [{ fact, flag }] : [];
		})
		.sort((a, b) => a.fact.at - b.fact.at || (a.fact.id < b.fact.id ? -1 : 1));
}

/** Whether it counts, said by a head of the office or whoever gives its roles; told to all who were told of the fact. */
export function settleOfficeFlag(
	flags: readonly OfficeFlag[],
	{ fact: id, counts, text, told }: SettleOfficeFlagCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	const right = onlyBy('settleFlag', context);
	if (right) return right;
	const isAuthority = context.role === 'authorityAdmin';
	const flagged = [...flags, ...(told && isAuthority ? [told] : [])].find(({ fact }) => fact.id === id);
	if (!flagged) return refuse('unknownFact');
	const { fact, flag } = flagged;
	if (isOwnImport(fact, context.actor)) return refuse('secondWrong');
	if (flag.settled) return refuse('alreadyDone', { at: flag.settled.at });
	if (!counts && !countsByRight(fact.type)) return refuse('notAllowedNow');
	if (!text.trim()) return refuse('reasonMissing');
	return allow([
		{
			type: 'flagSettled',
			subject: fact.subject,
			on: [id],
			body: { counts, what: fact.type, tell: namedParties(fact) },
			details: { text: text.trim() }
		}
	]);
}
