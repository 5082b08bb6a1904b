import { type JournalId, type OrgId } from '../fact/ids.ts';
import { type OrgKind } from '../fact/registry-facts.ts';
import { refuse, type Refusal } from '../application/refusal.ts';
import { type DecideContext } from '../application/context.ts';
import { type Registry } from './registry.ts';

/** The lowest number of rounds a day that a regulation in force allows, with its own text. */
export type LeastRounds = { amount: number; literal: string };

/** What acts of the registry are checked against. */
export type RegistryGround = {
	registry: Registry;
	/** Kind of an org of the directory; null where it has none of this id. */
	kindOf: (org: OrgId) => OrgKind | null;
	/** The orgs of its district, which compute the same due times. */
	counterpartsOf: (org: OrgId) => readonly OrgId[];
	/** The highest place of a journal that its device signed; null where it signed none. */
	signedPlace: (journal: JournalId) => { seq: number; hash: string } | null;
	/** Null where no regulation in force sets a number. */
	leastRounds: { collect: LeastRounds | null; dispatch: LeastRounds | null };
};

/** An administrator of an org manages that org, one of the authority all orgs under it. */
export const reaches = ({ role, org: own }: Pick<DecideContext, 'role' | 'org'>, org: OrgId): boolean =>
	role === 'authorityAdmin' || org === own;

/** The refusal of an org that the actor does not administer, or that takes no part; null for the others. */
export function onlyOwnOrgs({ registry }: RegistryGround, org: OrgId, context: DecideContext): Refusal | null {
	if (!reaches(context, org)) return refuse('notYourOrg');
	return registry.orgs.has(org) ? null : refuse('orgUnknown', { org });
}
