import { rolesWith } from '../acts/rights.ts';
import { type DecideContext } from '../application/context.ts';
import { refuse, type Refusal } from '../application/refusal.ts';
import { type Role, type StaffId } from '../fact/ids.ts';

/**
 * Who brings in regulations now. They bind all orgs, so they are the authority's where somebody administers it; in an installation
 * without one a Center's administrator does it. Only what is about to be recorded is asked this: a version that a Center brought in
 * earlier, or on a device that had not heard of the authority, keeps its right by the table.
 */
export const importersOf = (hasAuthority: boolean): readonly Role[] =>
	hasAuthority ? ['authorityAdmin'] : rolesWith('importRegulation');

/** What a device has heard of the authority: whether it has an administrator, and at the authority itself who they are. */
export type AuthorityHeard = { isThere: boolean; admins: readonly StaffId[] };

/**
 * The refusal of a role that brings in no regulations here, or of one administrator of the authority without another, where there is
 * one; null for whoever may. The word of the other one is the server's to prove (`registry/import-agreement`).
 */
export function onlyImporters(
	{ isThere, admins }: AuthorityHeard,
	second: StaffId | undefined,
	{ role, actor }: Pick<DecideContext, 'role' | 'actor'>
): Refusal | null {
	const importers = importersOf(isThere);
	if (!importers.includes(role)) return refuse('noRight', { role: importers[0]! });
	const others = admins.filter((staff) => staff !== actor);
	if (role !== 'authorityAdmin' || (others.length === 0 && second === undefined)) return null;
	if (second === undefined) return refuse('secondNeeded');
	return others.includes(second) ? null : refuse('secondWrong');
}
