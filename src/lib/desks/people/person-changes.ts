import { type Role } from '#lib/domain/fact/ids.ts';
import { rolesOfKind } from '#lib/domain/registry/roles-of-orgs.ts';
import { type ManagedOrg, type PersonEntry, type RegistryRequest } from '#lib/protocol/registry-messages.ts';
import { draftOfPerson, type PersonDraft, rolesTicked, typedName } from './person-draft.ts';

type Commands = RegistryRequest['commands'];

/**
 * What a form changes about a person, as commands. Roles are given before others end, so that nobody is without one in between. A form
 * that changes nothing asks for a correction, which the registry refuses in its own words.
 */
export function changesOf(person: PersonEntry, draft: PersonDraft, offered: readonly Role[]): Commands {
	const { id: staff } = person;
	const ticked = rolesTicked(draft, offered);
	const given = ticked.filter((role) => !person.roles.includes(role));
	const ended = person.roles.filter((role) => !ticked.includes(role));
	const roles = [
		...given.map((role) => ({ kind: 'giveRole' as const, staff, role })),
		...ended.map((role) => ({ kind: 'endRole' as const, staff, role }))
	];
	const { ticked: _, ...before } = draftOfPerson(person);
	const isCorrected = Object.entries(before).some(([key, value]) => draft[key as keyof typeof before] !== value);
	if (!isCorrected && roles.length > 0) return roles;
	const { number, window } = draft;
	return [
		{ kind: 'correctPerson', staff, number: number.trim(), name: typedName(draft), window: window || null },
		...roles
	];
}

/** Somebody who left is at work again, or goes to another org, with the roles and the window of the form. */
export const placedIn = (
	{ id: org, kind }: Pick<ManagedOrg, 'id' | 'kind'>,
	{ id: staff }: PersonEntry,
	draft: PersonDraft
): Commands => [
	{
		kind: 'placePerson',
		staff,
		org,
		roles: rolesTicked(draft, rolesOfKind(kind)),
		window: draft.window || null
	}
];
