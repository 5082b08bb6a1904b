import { v7 as uuid } from 'uuid';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { type FactId, type OrgId, type Role } from '#lib/domain/fact/ids.ts';
import { type OrgKind } from '#lib/domain/fact/registry-facts.ts';
import { NEW_PASSWORD, type PasswordRefusal } from '#lib/domain/org/new-password.ts';
import { type RegisteredPerson, type Registry, rolesHeld } from '#lib/domain/registry/registry.ts';
import { type RegistryCommand } from '#lib/domain/registry/registry-command.ts';
import { rolesOfKind } from '#lib/domain/registry/roles-of-orgs.ts';
import { refusals as kk } from '#lib/i18n/kk/refusals.ts';
import { refusals as ru } from '#lib/i18n/ru/refusals.ts';
import { hashPassword } from '#lib/server/people/password.ts';
import { forgetPin } from '#lib/server/people/badges.ts';
import { setPassword, weaknessOf } from '#lib/server/people/set-password.ts';
import { withDatabase } from '#lib/server/store/engine.ts';
import { TERMINAL } from '#lib/server/registry/adopt-rows.ts';
import directory from '#lib/law/resolution-370/directory.json' with { type: 'json' };
import { withRegistry } from './registry-of-database.ts';
import { type ServerData, whyUnready } from './server-data.ts';

export type NewPerson = {
	number: string;
	password: string;
	surname: string;
	given: string;
	patronymic?: string | undefined;
	role: string;
	/** Id of the directory: `center-04`, `body-15`. */
	org: string;
	window?: string | undefined;
};
export type Saved = { ok: true; was: Known | null } | { ok: false; why: string };
/** Whom a number belongs to already. */
export type Known = { surname: string; given: string; roles: string[]; org: string };

export const ROLES = [
	'centerInspector',
	'accumulationInspector',
	'chancery',
	'head',
	'executor',
	'centerHead',
	'admin',
	'authorityAdmin',
	'overseer',
	'auditor'
];

/** Why a password will not do, in words for a terminal. */
const WEAK: Readonly<Record<PasswordRefusal, string>> = {
	tooShort: `A password has at least ${NEW_PASSWORD.least} characters`,
	tooLong: `A password has at most ${NEW_PASSWORD.most} characters`,
	guessable: 'A password that is guessed first: take several words that have nothing to do with each other',
	personal: 'A password that is little more than the number, the name or the org of its owner',
	asBefore: 'That is the password of before'
};

/** What is wrong with a person before anything is asked of the database, in words for a terminal; null when nothing is. */
export function wrongIn(person: Omit<NewPerson, 'password'>): string | null {
	const org = orgOf(person.org);
	if (!org) return `The directory has no org ${person.org}; for example center-04 or body-15`;
	if (!ROLES.includes(person.role)) return `Roles are: ${ROLES.join(', ')}`;
	const there: readonly string[] = rolesOfKind(org.kind as OrgKind);
	if (!there.includes(person.role)) return `Nobody in ${person.org} is ${person.role}; there are ${there.join(', ')}`;
	if (!/^\d{3,12}$/.test(person.number)) return 'A staff number has 3 to 12 digits';
	if (!person.surname.trim() || !person.given.trim()) return 'A person has a surname and a given name';
	if (person.window !== undefined && !/^[\p{L}\d-]{1,16}$/u.test(person.window))
		return 'A window has 1 to 16 letters or digits';
	return null;
}

const orgOf = (id: string) =>
	[...directory.centers, ...directory.bodies, directory.authority].find((org) => org.id === id);

/** Whose number it is; null where there is nobody, or no database yet. */
export async function personAt(data: ServerData, number: string): Promise<Known | null> {
	if ((await whyUnready(data, 'people')) !== null) return null;
	return withDatabase(data.database, async (db) => {
		const found = db.selectFrom('people').select(['surname', 'given', 'roles', 'org']).where('number', '=', number);
		const row = await found.executeTakeFirst();
		return row ? { ...row, roles: JSON.parse(row.roles) as string[] } : null;
	});
}

/**
 * Writes a person into the database of a server that has been started once. A number that is there already is somebody's: with `update`
 * it gets the new name, role and password, and its sessions end; without, nothing is written. The org comes along from the
 * directory, and a window is added to it.
 * @returns who had the number before, or what is wrong with what was given, in words for a terminal
 */
export async function savePerson(data: ServerData, person: NewPerson, { update = false } = {}): Promise<Saved> {
	const wrong = wrongIn(person);
	const org = orgOf(person.org);
	if (wrong !== null || !org) return { ok: false, why: wrong ?? 'The org is not known' };
	const unready = await whyUnready(data, 'registry_facts');
	if (unready !== null) return { ok: false, why: unready };
	const weak = await weaknessOf(person.password, { ...person, patronymic: person.patronymic ?? null }, org);
	if (weak) return { ok: false, why: WEAK[weak.refusal] };
	const hash = await hashPassword(person.password);
	return withRegistry(data, async ({ db, registry }) => {
		const known = personWith(registry.current(), person.number);
		const was = known ? wasOf(known) : null;
		if (was && !update) return { ok: false, why: takenText(person.number, was) };
		const commands = commandsFor(registry.current(), person, known);
		if (commands.length > 0) {
			const answer = await registry.act({ id: uuid() as FactId, commands }, TERMINAL);
			if (!answer.ok) return { ok: false, why: refusedText(answer.refused[0]!.refusal) };
		}
		const { id } = personWith(registry.current(), person.number)!;
		await setPassword(db, id, hash);
		await forgetPin(db, id);
		return { ok: true, was };
	});
}

const personWith = ({ people }: Registry, number: string): RegisteredPerson | undefined =>
	[...people.values()].find((person) => person.number === number);

const wasOf = ({ name, roles, org, leftAt }: RegisteredPerson): Known => ({
	surname: name?.surname ?? '',
	given: name?.given ?? '',
	roles: roles.filter(({ to }) => to === leftAt).map(({ role }) => role),
	org
});

/** What has to be recorded so that the registry says this of the person. */
function commandsFor(registry: Registry, person: NewPerson, known: RegisteredPerson | undefined): RegistryCommand[] {
	const { number, surname, given, patronymic = '', window = null } = person;
	const [org, role] = [person.org as OrgId, person.role as Role];
	const name = { surname, given, patronymic };
	const commands: RegistryCommand[] = [];
	const open = registry.orgs.get(org);
	if (!open) commands.push({ kind: 'openOrg', org });
	if (window !== null && !open?.windows.includes(window))
		commands.push({ kind: 'setWindow', org, window, closed: false });
	if (!known) return [...commands, { kind: 'enterPerson', org, number, name, roles: [role], window }];
	const staff = known.id;
	const isNamed =
		known.name?.surname === surname && known.name.given === given && (known.name.patronymic ?? '') === patronymic;
	const isElsewhere = known.leftAt !== null || known.org !== org;
	if (isElsewhere) commands.push({ kind: 'placePerson', staff, org, roles: [role], window });
	else {
		const held = rolesHeld(known);
		if (!held.includes(role)) commands.push({ kind: 'giveRole', staff, role });
		for (const other of held) if (other !== role) commands.push({ kind: 'endRole', staff, role: other });
	}
	if (!isNamed || (!isElsewhere && known.window !== window))
		commands.push({ kind: 'correctPerson', staff, number, name, window });
	return commands;
}

/** The sentence of the screens, in both languages. */
function refusedText({ code, params }: Refusal): string {
	const filled = (text: string): string =>
		text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(params[key] ?? ''));
	return `${filled(kk[code])}\n${filled(ru[code])}`;
}

/** Whose number it is, and what to do about it. */
export const takenText = (number: string, { surname, given, roles, org }: Known): string =>
	`${number} is ${surname} ${given} (${roles.join(', ')}, ${org}). Choose another number, or change this person with --update`;
