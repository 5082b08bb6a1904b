import { checkPassword } from '../people/password.ts';
import type { Database } from '../store/database.ts';
import { DEMO_PEOPLE } from './demo-people.ts';

/** Kept passwords that open nothing, per database. */
const refused = new WeakMap<Database, ReadonlySet<string>>();

/**
 * For a database that was a demonstration once and is none any more: whoever still has the password that everybody knows is refused from
 * now on, with all sessions. Their names stay, papers have them; with a password of their own they are people like others.
 */
export async function refuseDemoPeople(db: Database): Promise<void> {
	const numbers = DEMO_PEOPLE.map(({ number }) => number);
	const rows = await db.selectFrom('people').select(['number', 'password']).where('number', 'in', numbers).execute();
	const known = await Promise.all(
		rows.map(async ({ number, password }) => {
			const demo = DEMO_PEOPLE.find((person) => person.number === number);
			return demo && (await checkPassword(demo.password, password)) ? [password] : [];
		})
	);
	refused.set(db, new Set(known.flat()));
}

/** @param kept what the database holds of a person's password */
export const isRefused = (db: Database, kept: string): boolean => refused.get(db)?.has(kept) ?? false;
