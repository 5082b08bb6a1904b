import { withDatabase } from '#lib/server/store/engine.ts';
import { type ServerData } from './server-data.ts';

/** Whether anybody was ever entered into the database of a server that has been started. */
export const hasPeople = ({ database }: ServerData): Promise<boolean> =>
	withDatabase(
		database,
		async (db) => (await db.selectFrom('people').select('id').limit(1).executeTakeFirst()) !== undefined
	);
