import { type RefusalCode } from '#lib/domain/application/refusal.ts';
import { type Role } from '#lib/domain/fact/ids.ts';
import { type StaffNameTyped } from '#lib/domain/registry/registry-command.ts';
import { type PersonEntry } from '#lib/protocol/registry-messages.ts';

/** A person as typed, flat as drafts are kept; `ticked` names the roles, by blanks. */
export type PersonDraft = StaffNameTyped & { number: string; window: string; ticked: string };

/** An empty form, or one filled with what is known. */
export function draftOfPerson(person: PersonEntry | null): PersonDraft {
	const { surname = '', given = '', patronymic = '' } = person?.name ?? {};
	const { number = '', window, roles = [] } = person ?? {};
	return { number, surname, given, patronymic, window: window ?? '', ticked: roles.join(' ') };
}

/** The roles ticked, in the order in which they are offered. */
export const rolesTicked = ({ ticked }: PersonDraft, offered: readonly Role[]): Role[] =>
	offered.filter((role) => ticked.split(' ').includes(role));

/** The roles with one more, or one less. */
export const tickRole = ({ ticked }: PersonDraft, role: Role, is: boolean): string =>
	[...ticked.split(' ').filter((each) => each !== '' && each !== role), ...(is ? [role] : [])].join(' ');

export const typedName = ({ surname, given, patronymic }: PersonDraft): StaffNameTyped => ({
	surname,
	given,
	patronymic
});

const FIELDS = {
	number: ['staffNumberWrong', 'staffNumberTaken'],
	surname: ['nameMissing', 'nameTooLong'],
	roles: ['roleMissing', 'roleNotHere', 'roleHeld', 'roleNotHeld', 'lastRole', 'lastAdmin'],
	window: ['windowUnknown']
} as const satisfies Record<string, readonly RefusalCode[]>;

/** The field of a person's form that a refusal belongs to; null where it is of the whole. */
export function fieldOfRefusal(code: RefusalCode): keyof typeof FIELDS | null {
	const found = Object.entries(FIELDS).find(([, codes]) => (codes as readonly RefusalCode[]).includes(code));
	return (found?.[0] as keyof typeof FIELDS | undefined) ?? null;
}
