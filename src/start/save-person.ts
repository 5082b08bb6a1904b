import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { NEW_PASSWORD, type PasswordRefusal } from '#lib/domain/org/new-password.ts';
import { hashPassword } from '#lib/server/people/password.ts';
import { weaknessOf } from '#lib/server/people/set-password.ts';
import directory from '#lib/law/resolution-370/directory.json' with { type: 'json' };

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
	if (!orgOf(person.org)) return `The directory has no org ${person.org}; for example center-04 or body-15`;
	if (!ROLES.includes(person.role)) return `Roles are: ${ROLES.join(', ')}`;
	if (!/^\d{3,12}$/.test(person.number)) return 'A staff number has 3 to 12 digits';
	if (!person.surname.trim() || !person.given.trim()) return 'A person has a surname and a given name';
	if (person.window !== undefined && !/^[\p{L}\d-]{1,16}$/u.test(person.window))
		return 'A window has 1 to 16 letters or digits';
	return null;
}

const orgOf = (id: string) =>
	[...directory.centers, ...directory.bodies, directory.authority].find((org) => org.id === id);

/** Whose number it is; null where there is nobody, or no database yet. */
export function personAt(file: string, number: string): Known | null {
	if (!existsSync(file)) return null;
	const db = new DatabaseSync(file, { timeout: 10_000, readOnly: true });
	try {
		return readPerson(db, number);
	} finally {
		db.close();
	}
}

function readPerson(db: DatabaseSync, number: string): Known | null {
	const row = db.prepare('select surname, given, roles, org from people where number = ?').get(number);
	if (!row) return null;
	const roles = JSON.parse(String(row['roles'])) as string[];
	return { surname: String(row['surname']), given: String(row['given']), roles, org: String(row['org']) };
}

/**
 * Writes a person into the database of a server that has been started once. A number that is there already is somebody's: with `update`
 * it gets the new name, role and password, and its sessions end; without, nothing is written. The org comes along from the
 * directory, and a window is added to it.
 * @returns who had the number before, or what is wrong with what was given, in words for a terminal
 */
export async function savePerson(file: string, person: NewPerson, { update = false } = {}): Promise<Saved> {
	const wrong = wrongIn(person);
	const org = orgOf(person.org);
	if (wrong !== null || !org) return { ok: false, why: wrong ?? 'The org is not known' };
	if (!existsSync(file)) return { ok: false, why: `There is no database at ${file} yet: start the server once` };
	const weak = await weaknessOf(person.password, { ...person, patronymic: person.patronymic ?? null }, org);
	if (weak) return { ok: false, why: WEAK[weak.refusal] };
	const password = await hashPassword(person.password);
	const { surname, given, patronymic = null, number, window = null } = person;
	const db = new DatabaseSync(file, { timeout: 10_000, enableForeignKeyConstraints: true });
	try {
		db.exec('begin immediate');
		// Looked at again inside the transaction: somebody else may have been given the number meanwhile.
		const was = readPerson(db, number);
		if (was && !update) return { ok: false, why: takenText(number, was) };
		const { open, close, lunch, weekdays } = directory.officeHours[org.kind === 'center' ? 'center' : 'body'];
		const { collect, dispatch } = org.kind === 'center' ? directory.slots : { collect: [], dispatch: [] };
		db.prepare("insert into orgs (id, windows, hours, slots) values (?, '[]', ?, ?) on conflict do nothing").run(
			org.id,
			JSON.stringify({ open, close, lunch, weekdays }),
			JSON.stringify({ collect, dispatch })
		);
		if (window !== null) addWindow(db, org.id, window);
		db.prepare(
			`insert into people (id, number, surname, given, patronymic, roles, org, "window", password)
			 values (?, ?, ?, ?, ?, ?, ?, ?, ?)
			 on conflict (number) do update set surname = excluded.surname, given = excluded.given,
			 patronymic = excluded.patronymic, roles = excluded.roles, org = excluded.org, "window" = excluded."window",
			 password = excluded.password, pin = null`
		).run(
			`staff-${number}`,
			number,
			surname,
			given,
			patronymic,
			JSON.stringify([person.role]),
			org.id,
			window,
			password
		);
		for (const table of ['sessions', ...(hasCodes(db) ? ['one_time_codes'] : [])])
			db.prepare(`delete from ${table} where person = (select id from people where number = ?)`).run(number);
		db.exec('commit');
		return { ok: true, was };
	} finally {
		db.close();
	}
}

/** A database that the server of before has made has no codes yet. */
export const hasCodes = (db: DatabaseSync): boolean =>
	db.prepare("select 1 from sqlite_master where name = 'one_time_codes'").get() !== undefined;

/** Whose number it is, and what to do about it. */
export const takenText = (number: string, { surname, given, roles, org }: Known): string =>
	`${number} is ${surname} ${given} (${roles.join(', ')}, ${org}). Choose another number, or change this person with --update`;

function addWindow(db: DatabaseSync, org: string, window: string): void {
	const kept = db.prepare('select windows from orgs where id = ?').get(org)?.['windows'];
	const windows = new Set(JSON.parse(String(kept)) as string[]).add(window);
	const sorted = [...windows].toSorted((a, b) => Number(a) - Number(b));
	db.prepare('update orgs set windows = ? where id = ?').run(JSON.stringify(sorted), org);
}
