import * as v from 'valibot';
import { counting } from '../verdict/flags.ts';
import { type Envelope } from './fact.ts';
import { type FactId, type OrgId, OrgIdSchema, type Role } from './ids.ts';
import { namedParties } from './touched.ts';
import { isVerdictType } from './verdict-facts.ts';

/** The fields of a fact that determine the parties. Read loosely: a newer version names orgs in the same fields. */
export type PartyFact = Pick<Envelope, 'id' | 'type' | 'subject' | 'at' | 'org' | 'body'> & {
	on?: readonly FactId[] | undefined;
	role?: Role;
};

/** An org's part in one application. */
export type Part = {
	/** Named as its Center: it stays a party after any redirection. */
	center: boolean;
	/** Addressed as the body: 0 by the acceptance, else the time of the redirection; null if never. */
	bodyAt: number | null;
	/** When it redirected the application to another body; null if never. */
	leftAt: number | null;
};

export type Parties = {
	/** An acceptance that names the parties is known; without one no org is a stranger. */
	rooted: boolean;
	/** By org. Without an acceptance: all authors. */
	parts: ReadonlyMap<OrgId, Part>;
	/** Redirections without effect: written by a stranger, or by a body that had redirected the application before. */
	idle: ReadonlySet<FactId>;
};

/** Addressed by mistake: any properly addressed body outranks it. */
export const ADDRESSED_BY_MISTAKE = -1;

/** The types that name an org as a party. */
const NAMING: ReadonlySet<string> = new Set(['dispatched', 'returned', 'redirected']);

/**
 * The parties to an application, from all facts that touch it, in any order. An org becomes a party only by being named in a fact
 * of a party: the acceptance, a redirection, a register sent to it; writing a fact does not make it one. What was written without the
 * right to it names nobody.
 *
 * @param all with a renumbering also the acceptance that it names, and the verdicts
 * @param isRoot whether an acceptance may name parties, given the other facts on its number
 */
export function findParties(
	all: readonly PartyFact[],
	number: string,
	isRoot: (acceptance: PartyFact) => boolean = () => true
): Parties {
	const facts = counting(all);
	const acceptances = facts.filter((fact) => fact.type === 'accepted' && namesItself(fact) && isRoot(fact));
	const roots = acceptances.filter((fact) => isUnder(fact, number) || isRenumbered(fact, facts, number));
	if (roots.length === 0) return { rooted: false, parts: unknownParts(all), idle: new Set() };
	const naming = facts.filter(({ type }) => NAMING.has(type)).sort(byTime);
	// The right to annul a redirection must not depend on annulled redirections: every org ever named has it.
	const ever = walk(roots, naming, new Set());
	const annulled = facts.filter(({ type, org }) => type === 'annulled' && ever.parts.has(org));
	return { rooted: true, ...walk(roots, naming, new Set(annulled.flatMap(({ on }) => on ?? []))) };
}

/** The parts of these facts' authors: only they get the facts on a number without a known acceptance. */
function unknownParts(facts: readonly PartyFact[]): Map<OrgId, Part> {
	const written = facts.filter(({ type }) => !isVerdictType(type));
	return new Map(written.map(({ org }) => [org, { center: false, bodyAt: null, leftAt: null }]));
}

const isUnder = ({ subject }: PartyFact, number: string): boolean =>
	subject.kind === 'application' && subject.number === number;

/** Whether an acceptance names its author as the accepting org. */
function namesItself({ org, body }: PartyFact): boolean {
	return body['entry'] === 'center' ? body['center'] === org : body['body'] === org;
}

/** Only an org named in an acceptance may renumber it. */
function isRenumbered(acceptance: PartyFact, facts: readonly PartyFact[], number: string): boolean {
	const named = namedParties(acceptance);
	return facts.some(
		({ type, org, body, on }) =>
			type === 'renumbered' && body['to'] === number && (on ?? []).includes(acceptance.id) && named.includes(org)
	);
}

const byTime = (a: PartyFact, b: PartyFact): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** Applies the naming facts in order of time, again as long as a new party is found. */
function walk(
	roots: readonly PartyFact[],
	naming: readonly PartyFact[],
	annulled: ReadonlySet<FactId>
): { parts: Map<OrgId, Part>; idle: Set<FactId> } {
	const members = new Set(roots.flatMap(namedParties));
	for (;;) {
		const found = once(roots, naming, annulled, members);
		const isNew = [...found.parts.keys()].some((org) => !members.has(org));
		if (!isNew) return found;
		for (const org of found.parts.keys()) members.add(org);
	}
}

function once(
	roots: readonly PartyFact[],
	naming: readonly PartyFact[],
	annulled: ReadonlySet<FactId>,
	members: ReadonlySet<OrgId>
): { parts: Map<OrgId, Part>; idle: Set<FactId> } {
	const parts = new Map<OrgId, Part>();
	const idle = new Set<FactId>();
	const bodies = new Set<OrgId>();
	let current: OrgId | null = null;
	const join = (org: unknown, change: Partial<Part> = {}): void => {
		const there = parts.get(org as OrgId) ?? { center: false, bodyAt: null, leftAt: null };
		const { center = false, bodyAt = null, leftAt = null } = change;
		parts.set(org as OrgId, {
			center: there.center || center,
			bodyAt: later(there.bodyAt, bodyAt),
			leftAt: later(there.leftAt, leftAt)
		});
	};
	const address = (org: OrgId): void => {
		current = org;
		bodies.add(org);
	};
	for (const { body } of [...roots].sort(byTime)) {
		if (isOrg(body['center'])) join(body['center'], { center: true });
		if (!isOrg(body['body'])) continue;
		join(body['body'], { bodyAt: 0 });
		address(body['body']);
	}
	for (const fact of naming) {
		const { id, type, org, at, body } = fact;
		const isMember = members.has(org);
		if (type !== 'redirected') {
			if (isMember && isOrg(body['toBody'])) join(body['toBody']);
			if (isMember && isOrg(body['toCenter'])) join(body['toCenter'], { center: true });
			continue;
		}
		const to = body['toBody'];
		const wentBefore = bodies.has(org) && org !== current && !parts.get(org)?.center;
		if (!isMember || wentBefore || !isOrg(to)) {
			idle.add(id);
			continue;
		}
		if (annulled.has(id)) {
			join(org);
			join(to, { bodyAt: ADDRESSED_BY_MISTAKE });
			continue;
		}
		join(org, to === org ? {} : { leftAt: at });
		join(to, { bodyAt: at });
		address(to);
	}
	return { parts, idle };
}

const isOrg = (value: unknown): value is OrgId => v.is(OrgIdSchema, value);

const later = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b));
