import type * as v from 'valibot';
import { type Fact, type FactOf } from '../fact/fact.ts';
import { type FactId, type Instant, type JournalId, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import {
	isRegistryType,
	type OrgKind,
	type PersonNameSchema,
	type PlaceKind,
	type registryFacts
} from '../fact/registry-facts.ts';
import { type RegistryPlace } from './known-place.ts';

/** `to`: null while it lasts; `endedBy`: the place of what ended it. */
type Span = { from: Instant; to: Instant | null; endedBy?: RegistryPlace };

/** A role in an org, from a time on. */
export type RoleSpan = Span & { role: Role; org: OrgId };

/** A public key and the time while it proves what its person signs. */
type KeySpan = Span & { key: string };

/** Somebody who works, or worked, in an org. */
export type RegisteredPerson = {
	id: StaffId;
	number: string;
	/** Null where the personal part is missing here. */
	name: v.InferOutput<typeof PersonNameSchema> | null;
	org: OrgId;
	window: string | null;
	/** In the order in which they were given; the first one held is the usual one. */
	roles: readonly RoleSpan[];
	leftAt: Instant | null;
	/** The card that opens devices now; null where there is none. */
	badge: string | null;
	/** Those of earlier badges too: what was signed with them stays proven. */
	keys: readonly KeySpan[];
};

export type RegisteredDevice = {
	id: string;
	/** Five digits of every number that it gives. */
	number: number;
	journal: JournalId;
	org: OrgId;
	place: PlaceKind;
	window: string | null;
	/** The public half by which it signs; null where it has shown none yet. */
	key: string | null;
	enrolledAt: Instant;
	enrolledBy: StaffId;
	revokedAt: Instant | null;
	/** Up to which seq of its journal its key still proves what it signed; null while it was not revoked: all of it. */
	provenUpTo: number | null;
};

export type RegisteredOrg = { id: OrgId; kind: OrgKind; openedAt: Instant; windows: readonly string[] };
/** Two who agreed on the text of an import. */
type ImportAgreement = { by: StaffId; second: StaffId; digest: string };
/** Expected minutes on the way from one org to another. */
type Transit = { from: OrgId; to: OrgId; minutes: number };

/** Who works where and may do what, and which devices there are: what was recorded up to now, with its history. */
export type Registry = {
	orgs: ReadonlyMap<OrgId, RegisteredOrg>;
	people: ReadonlyMap<StaffId, RegisteredPerson>;
	devices: ReadonlyMap<string, RegisteredDevice>;
	transits: readonly Transit[];
	/** Whose two words stand behind an import of a regulation, by the id of its fact. */
	agreed: ReadonlyMap<FactId, ImportAgreement>;
	/** The journals in which the server wrote it, the first one first: after a loss another one goes on. */
	journals: readonly JournalId[];
};

type RegistryFact = Extract<Fact, { type: keyof typeof registryFacts }>;
type Folded = {
	orgs: Map<OrgId, RegisteredOrg>;
	people: Map<StaffId, RegisteredPerson>;
	devices: Map<string, RegisteredDevice>;
	transits: Map<string, Transit>;
	agreed: Map<FactId, ImportAgreement>;
};

/**
 * The registry of all orgs from the server's facts, in any order, repeats allowed. The server's clock never goes back in its journal,
 * so times order its facts, also across a restore; ties by place.
 */
export function foldRegistry(facts: readonly Fact[]): Registry {
	const folded: Folded = {
		orgs: new Map(),
		people: new Map(),
		devices: new Map(),
		transits: new Map(),
		agreed: new Map()
	};
	const unique = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
	const inOrder = unique.filter(isRegistryFact).sort(byTime);
	for (const fact of inOrder) apply(folded, fact, orgOf(fact));
	const journals = [...new Set(inOrder.map(({ journal }) => journal))];
	return { ...folded, transits: [...folded.transits.values()], journals };
}

/**
 * The roles that somebody held in an org at a time, without those held in another's place.
 * @param wasOver whether a role is known to have ended, whatever the time says
 */
export function rolesAt(
	{ roles }: Pick<RegisteredPerson, 'roles'>,
	org: OrgId,
	at: Instant,
	wasOver: (span: RoleSpan) => boolean = () => false
): Role[] {
	const held = roles.filter(
		(each) => each.org === org && each.from <= at && (each.to === null || at < each.to) && !wasOver(each)
	);
	return [...new Set(held.map(({ role }) => role))];
}

/** The roles that somebody holds now; none of those who left. */
export const rolesHeld = ({ roles }: Pick<RegisteredPerson, 'roles'>): Role[] => [
	...new Set(roles.filter(({ to }) => to === null).map(({ role }) => role))
];

/** The key that proves what somebody signed at a time; undefined where they had none. */
export const keyAt = ({ keys }: Pick<RegisteredPerson, 'keys'>, at: Instant): string | undefined =>
	keys.find(({ from, to }) => from <= at && (to === null || at < to))?.key;

/** Who works in an org now, by staff number. */
export const peopleOf = ({ people }: Pick<Registry, 'people'>, org: OrgId): RegisteredPerson[] =>
	[...people.values()].filter((each) => each.org === org && each.leftAt === null).sort(byStaffNumber);

const isRegistryFact = (fact: Fact): fact is RegistryFact => isRegistryType(fact.type);

const orgOf = ({ subject, org }: Fact): OrgId => (subject.kind === 'org' ? subject.org : org);

const byTime = (a: RegistryFact, b: RegistryFact): number =>
	a.at - b.at || (a.journal === b.journal ? a.seq - b.seq : a.journal < b.journal ? -1 : 1);

/** `99` before `101`: as people count, without reading them as numbers. */
export const byStaffNumber = (a: { number: string }, b: { number: string }): number =>
	a.number.length - b.number.length || (a.number < b.number ? -1 : 1);

function apply(folded: Folded, fact: RegistryFact, org: OrgId): void {
	const { people, devices } = folded;
	switch (fact.type) {
		case 'orgOpened':
			if (!folded.orgs.has(org))
				folded.orgs.set(org, { id: org, kind: fact.body.kind, openedAt: fact.at, windows: [] });
			return;
		case 'windowSet':
			return setWindow(folded, fact, org);
		case 'transitExpected':
			folded.transits.set(`${org} ${fact.body.to}`, { from: org, to: fact.body.to, minutes: fact.body.minutes });
			return;
		case 'personEntered':
			people.set(fact.body.staff, entered(people.get(fact.body.staff), fact, org));
			return;
		case 'personLeft':
			return change(people, fact.body.staff, (person) => ({
				...person,
				...withoutBadge(person, fact),
				leftAt: fact.at,
				roles: ended(person.roles, fact, () => true)
			}));
		case 'badgeIssued':
			return change(people, fact.body.staff, (person) =>
				person.leftAt === null ? { ...person, ...withoutBadge(person, fact), badge: fact.body.badge } : person
			);
		case 'badgeVoided':
			return change(people, fact.body.staff, (person) =>
				person.badge === fact.body.badge ? { ...person, ...withoutBadge(person, fact) } : person
			);
		case 'personKeySet':
			return change(people, fact.body.staff, (person) =>
				person.leftAt === null ? { ...person, keys: withKey(person.keys, fact.body.key, fact) } : person
			);
		case 'roleGiven': {
			const { role, since = fact.at } = fact.body;
			return change(people, fact.body.staff, (person) =>
				rolesHeld(person).includes(role)
					? person
					: { ...person, roles: [...person.roles, { role, org, from: since, to: null }] }
			);
		}
		case 'roleEnded':
			return change(people, fact.body.staff, (person) => ({
				...person,
				roles: ended(person.roles, fact, ({ role }) => role === fact.body.role)
			}));
		case 'deviceEnrolled': {
			const { device, number, journal, place, window = null, key = null, since = fact.at } = fact.body;
			const enrolled = { enrolledAt: since, enrolledBy: fact.actor, revokedAt: null, provenUpTo: null };
			devices.set(device, { id: device, number, journal, org, place, window, key, ...enrolled });
			return;
		}
		case 'deviceKeySet': {
			const { device, key } = fact.body;
			return change(devices, device, (known) => ({ ...known, key }));
		}
		case 'deviceMoved': {
			const { device, place, window = null } = fact.body;
			return change(devices, device, (known) => ({ ...known, org, place, window }));
		}
		case 'deviceRevoked':
			return change(devices, fact.body.device, (known) =>
				known.revokedAt === null ? { ...known, revokedAt: fact.at, provenUpTo: fact.body.proven?.seq ?? 0 } : known
			);
		case 'importAgreed': {
			const { import: id, second, digest } = fact.body;
			folded.agreed.set(id, { by: fact.actor, second, digest });
			return;
		}
		// Of the law (`law/office-times`), and for whoever keeps the secrets.
		case 'hoursSet':
		case 'roundsSet':
		case 'credentialsReset':
		case 'secretRotated':
			return;
	}
}

/** Entered anew, corrected, come back, or moved: roles in another org end. */
function entered(known: RegisteredPerson | undefined, fact: FactOf<'personEntered'>, org: OrgId): RegisteredPerson {
	const { staff, number, window } = fact.body;
	const roles = ended(known?.roles ?? [], fact, (span) => span.org !== org);
	const name = fact.details ?? known?.name ?? null;
	const { badge = null, keys = [] } = known?.org === org ? known : withoutBadge(known, fact);
	return { id: staff, number, name, org, window, roles, leftAt: null, badge, keys };
}

/** What ends something: when, and at which place of the server's journals. */
type End = RegistryPlace & { at: Instant };

const endedAt = <S extends Span>(span: S, { at, journal, seq }: End): S => ({
	...span,
	to: at,
	endedBy: { journal, seq }
});

/** Its key proves nothing from then on. */
const withoutBadge = (
	{ keys = [] }: Partial<Pick<RegisteredPerson, 'keys'>> = {},
	end: End
): Pick<RegisteredPerson, 'badge' | 'keys'> => ({
	badge: null,
	keys: keys.map((span) => (span.to === null ? endedAt(span, end) : span))
});

const withKey = (keys: readonly KeySpan[], key: string, begin: End): KeySpan[] => [
	...withoutBadge({ keys }, begin).keys,
	{ key, from: begin.at, to: null }
];

const ended = (roles: readonly RoleSpan[], end: End, which: (span: RoleSpan) => boolean): RoleSpan[] =>
	roles.map((span) => (span.to === null && which(span) ? endedAt(span, end) : span));

function setWindow({ orgs }: Folded, { body: { window, closed } }: FactOf<'windowSet'>, org: OrgId): void {
	return change(orgs, org, (known) => {
		const others = known.windows.filter((each) => each !== window);
		return { ...known, windows: closed ? others : [...others, window].sort(byWindow) };
	});
}

/** `2` before `10`, numbers before names. */
const byWindow = (a: string, b: string): number => {
	const [x, y] = [Number.parseInt(a, 10), Number.parseInt(b, 10)];
	if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
	return (Number.isNaN(x) ? 0 : x - y) || (a < b ? -1 : a > b ? 1 : 0);
};

function change<Key, Value>(map: Map<Key, Value>, key: Key, how: (known: Value) => Value): void {
	const known = map.get(key);
	if (known !== undefined) map.set(key, how(known));
}
