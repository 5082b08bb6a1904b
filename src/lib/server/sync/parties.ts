import { ADDRESSED_BY_MISTAKE, findParties, type PartyFact } from '#lib/domain/fact/find-parties.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type Party } from '../store/journal-store.ts';

/** The parties of one application from all its facts, as rows of the store. */
export function partiesOf(
	facts: readonly PartyFact[],
	application: string,
	isRoot?: (acceptance: PartyFact) => boolean
): Map<OrgId, Party> {
	const { parts } = findParties(facts, application, isRoot);
	return new Map([...parts].map(([org, part]) => [org, { application, org, ...part }]));
}

/** Whether an acceptance named these; else they only wrote something of a number that nobody knows yet. */
export function isRooted(rows: Iterable<Party>): boolean {
	for (const { center, bodyAt } of rows) if (center || bodyAt !== null) return true;
	return false;
}

/** Whether two rows say the same. */
export function sameParty(a: Party, b: Party): boolean {
	return a.center === b.center && a.bodyAt === b.bodyAt && a.leftAt === b.leftAt;
}

/**
 * The orgs that get what is new about one application: all that were named, but a body from which it was redirected.
 * @param rows all rows of one application
 */
export function currentParties(rows: readonly Party[]): Set<OrgId> {
	const latest = Math.max(...rows.map(({ bodyAt }) => bodyAt ?? ADDRESSED_BY_MISTAKE));
	const isFormer = ({ center, bodyAt, leftAt }: Party): boolean =>
		!center && ((bodyAt !== null && bodyAt < latest) || (leftAt !== null && leftAt >= (bodyAt ?? 0)));
	return new Set(rows.filter((row) => !isFormer(row)).map(({ org }) => org));
}
