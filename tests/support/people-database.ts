import { inject } from 'vitest';
import { type Database, openDatabase } from '#lib/server/store/database.ts';

/** An empty database in memory with all tables. */
export const openEmptyDatabase = (): Promise<Database> => openDatabase(':memory:');

/** A database in memory with everybody of the demonstration. */
export async function openDemoDatabase(): Promise<Database> {
	const db = await openEmptyDatabase();
	const { orgs, people } = inject('demo');
	await db.insertInto('orgs').values(orgs).execute();
	await db.insertInto('people').values(people).execute();
	return db;
}
