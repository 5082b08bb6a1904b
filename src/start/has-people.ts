import { databaseOf, type ServerData } from './server-data.ts';

/** Whether anybody was ever entered into the database of a server that has been started. */
export async function hasPeople(data: ServerData): Promise<boolean> {
	const db = databaseOf(data);
	try {
		return (await db.selectFrom('people').select('id').limit(1).executeTakeFirst()) !== undefined;
	} finally {
		await db.destroy();
	}
}
