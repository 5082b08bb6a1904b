import { type DecideContext } from '../application/context.ts';
import { allow, refuse, type Verdict } from '../application/refusal.ts';
import { type Fact, type FactDraft } from '../fact/fact.ts';
import { sha256Hex } from '../fact/hash.ts';
import { type Instant } from '../fact/ids.ts';
import { type RegisteredPerson, type Registry, type RoleSpan } from './registry.ts';
import { type RegistryCommandOf } from './registry-command.ts';
import { type RegistryGround } from './registry-ground.ts';
import { otherAdmins } from './second-admin.ts';

/** What a version's text is known by when two agree on it. */
export const digestOfImport = (text: string): string => sha256Hex(text);

/** The second administrator proved to be there: the version may be recorded by the first one, under this id and with this text. */
export function agreeImport(
	{ registry }: RegistryGround,
	{ import: fact, digest, id, version, second }: RegistryCommandOf<'agreeImport'>,
	{ actor, org }: Pick<DecideContext, 'actor' | 'org'>
): Verdict<FactDraft<'importAgreed'>[]> {
	if (second === undefined) return refuse('secondNeeded');
	if (!otherAdmins(registry, actor).includes(second)) return refuse('secondWrong');
	const body = { import: fact, digest, id, version, second, tell: [org] };
	return allow([{ type: 'importAgreed', subject: { kind: 'org', org }, body, details: null }]);
}

/**
 * Whether an import of the authority lacks the other administrator's word: there was another one when it was made, and the server has
 * not recorded that this one agreed to this text under this id. What the fact itself says of a second is nobody's proof.
 * @param at when the first one acted
 */
export function lacksSecond(fact: Fact, { people, agreed }: Pick<Registry, 'people' | 'agreed'>, at: Instant): boolean {
	if (fact.type !== 'regulationImported' || fact.role !== 'authorityAdmin') return false;
	if (!adminsAt(people, at).some(({ id }) => id !== fact.actor)) return false;
	const word = agreed.get(fact.id);
	return !(
		word?.by === fact.actor &&
		word.second === fact.body.second &&
		word.digest === digestOfImport(fact.body.text)
	);
}

/**
 * Whether a version was brought in by another than the authority, though somebody administered that then: it binds all orgs.
 * @param at when they acted
 */
export const isAuthoritys = (fact: Fact, { people }: Pick<Registry, 'people'>, at: Instant): boolean =>
	fact.type === 'regulationImported' && fact.role !== 'authorityAdmin' && adminsAt(people, at).length > 0;

/** Who administered the authority then. */
const adminsAt = (people: Registry['people'], at: Instant): RegisteredPerson[] =>
	[...people.values()].filter(({ roles }) =>
		roles.some((span) => span.role === 'authorityAdmin' && isHeldAt(span, at))
	);

const isHeldAt = ({ from, to }: RoleSpan, at: Instant): boolean => from <= at && (to === null || at < to);
