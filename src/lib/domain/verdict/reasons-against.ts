import { type ClockCorrection } from '../application/application.ts';
import { legalTimeOf } from '../application/legal-time.ts';
import { type Fact, type FactType } from '../fact/fact.ts';
import { type Instant, type JournalId, type OrgId, type Role } from '../fact/ids.ts';
import { isRegistryType } from '../fact/registry-facts.ts';
import { countsByRight, traitsOf } from '../fact/traits.ts';
import { type FlagReason, isVerdictType } from '../fact/verdict-facts.ts';
import { isAuthoritys, lacksSecond } from '../registry/import-agreement.ts';
import { isKnownAt, type RegistryPlace } from '../registry/known-place.ts';
import { type Registry, type RoleSpan, rolesAt } from '../registry/registry.ts';
import { type actingSpans, wasActing } from './acting-spans.ts';
import { isUnproven, type SignedPlaces } from './unproven.ts';

/** What a fact is judged by: all of it is known, so that the judgement depends on facts alone and not on when it is made. */
export type JudgeGround = {
	registry: Pick<Registry, 'people' | 'journals' | 'agreed'>;
	/** Who may write each type (`acts/rights`), by every version of the law. */
	writers: ReadonlyMap<FactType, ReadonlySet<Role>>;
	corrections: readonly ClockCorrection[];
	/** Appointments in an org. Only facts for which the own roles do not suffice ask for them. */
	acting: (org: OrgId) => ReturnType<typeof actingSpans>;
	/** The org of a journal; undefined where nobody has sent it yet. */
	orgOfJournal: (journal: JournalId) => OrgId | undefined;
	/** Whether the law of the application is known under which a fact is a step. */
	isLawKnown: (fact: Fact) => boolean;
	/** Whether it came before regulations were the authority's to bring in. */
	isBeforeAuthority: (fact: Fact) => boolean;
	/** What devices signed of their journals. */
	signed: SignedPlaces;
	/** Whether its actor was at the device (`registry/sessions`); null where nobody can say. */
	wasAtDesk: (fact: Fact) => boolean | null;
	/** Up to where the session of a fact knew the registry; null where it names none, or knew nothing. */
	knownThen: (fact: Fact) => RegistryPlace | null;
};

/** The reasons for which the server flags a fact; with none nothing stands against it. */
export const reasonsAgainst = (fact: Fact, ground: JudgeGround): FlagReason[] =>
	JUDGES.flatMap(([reason, stands]) => (stands(fact, ground) ? [reason] : []));

/** One judge for each reason. */
const JUDGES: readonly (readonly [FlagReason, (fact: Fact, ground: JudgeGround) => boolean])[] = [
	['noRight', hadNoRight],
	['unproven', (fact, { signed }) => !isServersOwn(fact) && isUnproven(fact, signed)],
	['notAtDesk', (fact, { wasAtDesk }) => wasAtDesk(fact) === false]
];

/**
 * When its actor acted: by the clock of the device, put right. A late entry from paper tells when the thing happened; who enters it acts
 * when they enter it.
 */
export const actedAt = (fact: Fact, corrections: readonly ClockCorrection[]): Instant =>
	legalTimeOf({ at: fact.at, clock: fact.clock, journal: fact.journal, seq: fact.seq }, corrections);

/** Whether the actor lacked the role then and there, or the second administrator, the role the right to such a fact, or the org the right to its subject. */
function hadNoRight(fact: Fact, ground: JudgeGround): boolean {
	const { actor, role, org, type } = fact;
	if (isServersOwn(fact) || ground.registry.people.size === 0 || !ground.isLawKnown(fact)) return false;
	const writers = writersOf(type, ground);
	if (!writers) return false;
	if (!writers.has(role) || speaksForOthers(fact, ground)) return true;
	const person = ground.registry.people.get(actor);
	if (!person) return true;
	const at = actedAt(fact, ground.corrections);
	const known = ground.knownThen(fact);
	const wasOver = ({ endedBy }: RoleSpan): boolean =>
		endedBy !== undefined && isKnownAt(ground.registry.journals, endedBy, known);
	const own = rolesAt(person, org, at, wasOver);
	if (own.includes(role))
		return (
			lacksSecond(fact, ground.registry, at) ||
			(isAuthoritys(fact, ground.registry, at) && !ground.isBeforeAuthority(fact))
		);
	if (own.length === 0) return true;
	// Who stands in for whom is founded on what was said before: nobody's right comes of their own word.
	const madeBefore = traitsOf(type).feeds === 'staffing' ? at : null;
	return !wasActing(ground.acting(org), { staff: actor, role, at, madeBefore });
}

const isServersOwn = ({ type }: Fact): boolean => isRegistryType(type) || isVerdictType(type);

/** An administrator corrects the clocks that heads allow to be wrong. A type that no act writes has no writers to be judged by. */
function writersOf(type: FactType, { writers }: JudgeGround): ReadonlySet<Role> | undefined {
	const known = writers.get(type);
	return type === 'clockChecked' && known ? new Set([...known, 'admin']) : known;
}

/** What binds an org is said by that org; a clock is checked where it stands: a journal that nobody has sent yet is nobody else's. */
function speaksForOthers(fact: Fact, { orgOfJournal }: JudgeGround): boolean {
	const { subject, org, role, type } = fact;
	if (subject.kind === 'org' && subject.org !== org && countsByRight(type))
		return !(type === 'flagSettled' && role === 'authorityAdmin');
	if (type !== 'clockChecked') return false;
	return (orgOfJournal(fact.body.journal) ?? org) !== org;
}
