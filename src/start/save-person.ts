import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { hashPassword } from '../lib/server/people/password.ts';
import directory from '../lib/regulations/resolution-370/directory.json' with { type: 'json' };

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
export type Saved = { ok: true } | { ok: false; why: string };

const ROLES = ['centerInspector', 'accumulationInspector', 'chancery', 'head', 'executor', 'centerHead', 'admin'];
const LEAST_PASSWORD = 8;

/**
 * Writes a person into the database of a server that has been started once; a number that is there already gets the new
 * name, role and password, and its sessions end. The org comes along from the directory, and a window is added to it.
 * @returns what is wrong with what was given, in words for a terminal
 */
export async function savePerson(file: string, person: NewPerson): Promise<Saved> {
	const org = [...directory.centers, ...directory.bodies].find(({ id }) => id === person.org);
	if (!org) return { ok: false, why: `The directory has no org ${person.org}; for example center-04 or body-15` };
	if (!ROLES.includes(person.role)) return { ok: false, why: `Roles are: ${ROLES.join(', ')}` };
	if (!/^\d{3,12}$/.test(person.number)) return { ok: false, why: 'A staff number has 3 to 12 digits' };
	if (person.password.length < LEAST_PASSWORD) {
		return { ok: false, why: `A password has at least ${LEAST_PASSWORD} characters` };
	}
	if (!existsSync(file)) return { ok: false, why: `There is no database at ${file} yet: start the server once` };
	const password = await hashPassword(person.password);
	const { surname, given, patronymic = null, number, window = null } = person;
	const db = new DatabaseSync(file, { timeout: 10_000, enableForeignKeyConstraints: true });
	try {
		db.exec('begin immediate');
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
		db.prepare('delete from sessions where person = (select id from people where number = ?)').run(number);
		db.exec('commit');
	} finally {
		db.close();
	}
	return { ok: true };
}

function addWindow(db: DatabaseSync, org: string, window: string): void {
	const kept = db.prepare('select windows from orgs where id = ?').get(org)?.['windows'];
	const windows = new Set(JSON.parse(String(kept)) as string[]).add(window);
	const sorted = [...windows].toSorted((a, b) => Number(a) - Number(b));
	db.prepare('update orgs set windows = ? where id = ?').run(JSON.stringify(sorted), org);
}
