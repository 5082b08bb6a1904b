import { rolesWith } from '../acts/rights.ts';
import { type DecideContext } from '../application/context.ts';
import { refuse, type Refusal } from '../application/refusal.ts';
import { type Role } from '../fact/ids.ts';

/**
 * Who brings in regulations now. They bind all orgs, so they are the authority's where somebody administers it; in an installation
 * without one a Center's administrator does it. Only what is about to be recorded is asked this: a version that a Center brought in
 * earlier, or on a device that had not heard of the authority, keeps its right by the table.
 */
export const importersOf = (hasAuthority: boolean): readonly Role[] =>
	hasAuthority ? ['authorityAdmin'] : rolesWith('importRegulation');

/** The refusal of a role that brings in no regulations here; null where it does. */
export function onlyImporters(hasAuthority: boolean, { role }: Pick<DecideContext, 'role'>): Refusal | null {
	const importers = importersOf(hasAuthority);
	return importers.includes(role) ? null : refuse('noRight', { role: importers[0]! });
}
