import { seedDemo } from '#lib/server/demo/seed-demo.ts';
import { type Database, openDatabase } from '#lib/server/store/database.ts';
import { plainLaw } from './plain-law.ts';

/** An empty database in memory with all tables. */
export const openEmptyDatabase = (): Promise<Database> => openDatabase(':memory:');

/** The demonstration as rows: hashing its passwords takes a second, so each test file does it once. */
const seeded = openEmptyDatabase().then(async (db) => {
	await seedDemo(db, plainLaw.directory);
	const orgs = await db.selectFrom('orgs').selectAll().execute();
	const people = await db.selectFrom('people').selectAll().execute();
	return { orgs, people };
});

/** A database in memory with everybody of the demonstration. */
export async function openDemoDatabase(): Promise<Database> {
	const db = await openEmptyDatabase();
	const { orgs, people } = await seeded;
	await db.insertInto('orgs').values(orgs).execute();
	await db.insertInto('people').values(people).execute();
	return db;
}
