import * as v from 'valibot';
import { type DecideContext } from '../application/context.ts';
import { allow, refuse, type Refusal, type Verdict } from '../application/refusal.ts';
import { type FactDraft } from '../fact/fact.ts';
import { type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { StaffNumberSchema } from '../fact/registry-facts.ts';
import { peopleOf, type RegisteredPerson, type Registry, rolesHeld } from './registry.ts';
import { type RegistryCommandOf, type StaffNameTyped } from './registry-command.ts';
import { onlyOwnOrgs, type RegistryGround } from './registry-ground.ts';
import { secondMistake } from './second-admin.ts';
import { adminRoleOf, rolesOfKind } from './roles-of-orgs.ts';

type Drafts = Verdict<FactDraft[]>;

/** A person begins in an org: a staff number that nobody has or had, a name, at least one role. */
export function enterPerson(
	ground: RegistryGround,
	{ org, number, name, roles, window }: RegistryCommandOf<'enterPerson'>,
	context: DecideContext
): Drafts {
	const wrong =
		onlyOwnOrgs(ground, org, context) ??
		numberMistake(ground.registry, number, null) ??
		nameMistake(name) ??
		rolesMistake(ground, org, roles) ??
		windowMistake(ground.registry, org, window);
	if (wrong) return wrong;
	const staff = `staff-${context.newId()}` as StaffId;
	return allow([
		entered(org, { staff, number: number.trim(), window }, name),
		...roles.map((role) => given(org, staff, role))
	]);
}

export function correctPerson(
	ground: RegistryGround,
	{ staff, number, name, window }: RegistryCommandOf<'correctPerson'>,
	context: DecideContext
): Drafts {
	const person = presentPerson(ground, staff, context);
	if ('ok' in person) return person;
	const { org } = person;
	const wrong =
		numberMistake(ground.registry, number, staff) ?? nameMistake(name) ?? windowMistake(ground.registry, org, window);
	if (wrong) return wrong;
	const typed = trimmed(name);
	const isSame =
		person.number === number.trim() &&
		person.window === window &&
		person.name?.surname === typed.surname &&
		person.name.given === typed.given &&
		(person.name.patronymic ?? '') === (typed.patronymic ?? '');
	if (isSame) return refuse('unchanged');
	return allow([entered(org, { staff, number: number.trim(), window }, name)]);
}

/** Somebody who left comes back, or a person goes on in another org, which only the authority can order. */
export function placePerson(
	ground: RegistryGround,
	{ staff, org, roles, window }: RegistryCommandOf<'placePerson'>,
	context: DecideContext
): Drafts {
	const person = ground.registry.people.get(staff);
	if (!person) return refuse('personUnknown');
	const wrong =
		onlyOwnOrgs(ground, person.org, context) ??
		onlyOwnOrgs(ground, org, context) ??
		(person.leftAt === null && person.org === org ? refuse('unchanged') : null) ??
		(person.leftAt === null ? lastAdminMistake(ground, person) : null) ??
		rolesMistake(ground, org, roles) ??
		windowMistake(ground.registry, org, window);
	if (wrong) return wrong;
	if (!person.name) return refuse('nameMissing');
	const name = { ...person.name, patronymic: person.name.patronymic ?? '' };
	const tell = person.org === org ? [] : [person.org];
	return allow([
		entered(org, { staff, number: person.number, window }, name, tell),
		...roles.map((role) => given(org, staff, role))
	]);
}

export function giveRole(
	ground: RegistryGround,
	{ staff, role }: RegistryCommandOf<'giveRole'>,
	context: DecideContext
): Drafts {
	const person = presentPerson(ground, staff, context);
	if ('ok' in person) return person;
	const wrong = rolesMistake(ground, person.org, [role]);
	if (wrong) return wrong;
	if (rolesHeld(person).includes(role)) return refuse('roleHeld', { role });
	return allow([given(person.org, staff, role)]);
}

/** The last role is not ended: whoever has none cannot work, and leaves. */
export function endRole(
	ground: RegistryGround,
	{ staff, role }: RegistryCommandOf<'endRole'>,
	context: DecideContext
): Drafts {
	const person = presentPerson(ground, staff, context);
	if ('ok' in person) return person;
	const held = rolesHeld(person);
	if (!held.includes(role)) return refuse('roleNotHeld', { role });
	if (held.length === 1) return refuse('lastRole');
	const last = isAdminRole(ground, person.org, role) ? lastAdminMistake(ground, person) : null;
	if (last) return last;
	const { org } = person;
	return allow([{ type: 'roleEnded', ...about(org), body: { staff, role, tell: [org] }, details: null }]);
}

export function leave(ground: RegistryGround, { staff }: RegistryCommandOf<'leave'>, context: DecideContext): Drafts {
	const person = presentPerson(ground, staff, context);
	if ('ok' in person) return person;
	const last = lastAdminMistake(ground, person);
	if (last) return last;
	const { org } = person;
	return allow([{ type: 'personLeft', ...about(org), body: { staff, tell: [org] }, details: null }]);
}

export function resetCredentials(
	ground: RegistryGround,
	{ staff, what, second }: RegistryCommandOf<'resetCredentials'>,
	context: DecideContext
): Drafts {
	const person = presentPerson(ground, staff, context);
	if ('ok' in person) return person;
	const { org } = person;
	const wrong = secondMistake(ground.registry, org, second, context);
	if (wrong) return wrong;
	const body = { staff, what, ...(second ? { second } : {}), tell: [org] };
	return allow([{ type: 'credentialsReset', ...about(org), body, details: null }]);
}

/** Somebody who works in an org that the actor administers. */
export function presentPerson(
	ground: RegistryGround,
	staff: StaffId,
	context: DecideContext
): RegisteredPerson | Refusal {
	const person = ground.registry.people.get(staff);
	if (!person) return refuse('personUnknown');
	const shut = onlyOwnOrgs(ground, person.org, context);
	if (shut) return shut;
	return person.leftAt === null ? person : refuse('personLeft');
}

/** Numbers are never given twice: papers and the journal name people by them. */
function numberMistake({ people }: Registry, number: string, staff: StaffId | null): Refusal | null {
	if (!v.is(StaffNumberSchema, number.trim())) return refuse('staffNumberWrong');
	const holder = [...people.values()].find((each) => each.number === number.trim() && each.id !== staff);
	return holder ? refuse('staffNumberTaken', { number: number.trim() }) : null;
}

const LONGEST_NAME = 100;

function nameMistake(name: StaffNameTyped): Refusal | null {
	const { surname, given, patronymic = '' } = trimmed(name);
	if (!surname || !given) return refuse('nameMissing');
	return [surname, given, patronymic].some((part) => part.length > LONGEST_NAME) ? refuse('nameTooLong') : null;
}

function rolesMistake({ registry }: RegistryGround, org: OrgId, roles: readonly Role[]): Refusal | null {
	if (roles.length === 0) return refuse('roleMissing');
	const { kind } = registry.orgs.get(org)!;
	const foreign = roles.find((role) => !rolesOfKind(kind).includes(role));
	return foreign ? refuse('roleNotHere', { role: foreign }) : null;
}

function windowMistake({ orgs }: Registry, org: OrgId, window: string | null): Refusal | null {
	return window === null || orgs.get(org)!.windows.includes(window) ? null : refuse('windowUnknown', { window });
}

const isAdminRole = ({ registry }: RegistryGround, org: OrgId, role: Role): boolean =>
	adminRoleOf(registry.orgs.get(org)!.kind) === role;

/** Without an administrator nobody could give anybody a role again from a screen. */
function lastAdminMistake(ground: RegistryGround, { id, org, roles }: RegisteredPerson): Refusal | null {
	const isAdmin = (person: Pick<RegisteredPerson, 'roles'>): boolean =>
		rolesHeld(person).some((role) => isAdminRole(ground, org, role));
	if (!isAdmin({ roles })) return null;
	const another = peopleOf(ground.registry, org).some((person) => person.id !== id && isAdmin(person));
	return another ? null : refuse('lastAdmin');
}

const about = (org: OrgId) => ({ subject: { kind: 'org', org } }) as const;

const given = (org: OrgId, staff: StaffId, role: Role): FactDraft => ({
	type: 'roleGiven',
	...about(org),
	body: { staff, role, tell: [org] },
	details: null
});

const entered = (
	org: OrgId,
	person: { staff: StaffId; number: string; window: string | null },
	name: StaffNameTyped,
	tell: readonly OrgId[] = []
): FactDraft => ({
	type: 'personEntered',
	...about(org),
	body: { ...person, tell: [org, ...tell] },
	details: trimmed(name)
});

function trimmed({ surname, given, patronymic }: StaffNameTyped): {
	surname: string;
	given: string;
	patronymic?: string;
} {
	const [a, b, c] = [surname, given, patronymic].map((part) => part.normalize('NFC').trim().replace(/\s+/g, ' '));
	return { surname: a!, given: b!, ...(c ? { patronymic: c } : {}) };
}
