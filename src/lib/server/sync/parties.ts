import { type OrgId } from '../../domain/fact/ids';
import { namedParties } from '../../domain/fact/touched';
import { type Party } from '../store/journal-store';
import { type ReadEnvelope } from './read-arrival';

/**
 * What a fact says about the parties of an application it touches. The acceptance addresses a body at 0, so that any
 * redirection outranks it, whatever the clocks say.
 */
export function claimsOf(fact: ReadEnvelope, application: string): Party[] {
	const claims = namedParties(fact).map((org) => claim(application, org));
	const claimFor = (org: unknown): Party | undefined => claims.find((each) => each.org === org);
	const set = (org: unknown, change: Partial<Party>): void => {
		const found = claimFor(org);
		if (found) Object.assign(found, change);
	};
	set(fact.body['toCenter'], { center: true });
	if (fact.type === 'accepted') {
		set(fact.body['body'], { bodyAt: 0 });
		set(fact.body['center'], { center: true });
		if (fact.body['entry'] === 'center') set(fact.org, { center: true });
	}
	if (fact.type === 'redirected') {
		const to = fact.body['toBody'];
		if (fact.org !== to) set(fact.org, { leftAt: fact.at });
		set(to, { bodyAt: fact.at });
	}
	return claims;
}

/** Facts that change who is party beyond what they name themselves: after one of these the parties are counted afresh. */
export const changesParties = ({ type }: ReadEnvelope): boolean => type === 'redirected' || type === 'annulled';

/**
 * The parties of one application from all its facts. A redirection that was annulled sends nobody away, and its new body
 * is a former one.
 */
export function partiesOf(facts: readonly ReadEnvelope[], application: string): Map<OrgId, Party> {
	const annulled = new Set(facts.flatMap(({ type, on }) => (type === 'annulled' ? (on ?? []) : [])));
	const rows = new Map<OrgId, Party>();
	for (const fact of facts) {
		const isVoid = fact.type === 'redirected' && annulled.has(fact.id);
		for (const each of claimsOf(fact, application)) {
			const row = isVoid ? { ...each, leftAt: null, bodyAt: each.bodyAt === null ? null : NEVER } : each;
			const there = rows.get(row.org);
			rows.set(row.org, there ? mergeParty(there, row) : row);
		}
	}
	return rows;
}

/** Two claims about one org as one; commutative, associative, idempotent. */
export function mergeParty(a: Party, b: Party): Party {
	return {
		application: a.application,
		org: a.org,
		center: a.center || b.center,
		bodyAt: later(a.bodyAt, b.bodyAt),
		leftAt: later(a.leftAt, b.leftAt)
	};
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
	const latest = Math.max(...rows.map(({ bodyAt }) => bodyAt ?? NEVER));
	const isFormer = ({ center, bodyAt, leftAt }: Party): boolean =>
		!center && ((bodyAt !== null && bodyAt < latest) || (leftAt !== null && leftAt >= (bodyAt ?? 0)));
	return new Set(rows.filter((row) => !isFormer(row)).map(({ org }) => org));
}

/** Addressed by mistake: any body that was really addressed outranks it. */
const NEVER = -1;

const claim = (application: string, org: OrgId): Party => ({
	application,
	org,
	center: false,
	bodyAt: null,
	leftAt: null
});

const later = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b));
