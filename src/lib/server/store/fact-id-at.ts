import { type Kysely } from 'kysely';
import { type FactId } from '#lib/domain/fact/ids.ts';
import type { Tables } from './database.ts';

/** The fact of a number of arrival. A database that lost facts gives their numbers to others. */
export async function factIdAt(db: Kysely<Tables>, nr: number): Promise<FactId | undefined> {
	const row = await db.selectFrom('facts').select('id').where('nr', '=', nr).executeTakeFirst();
	return row?.id as FactId | undefined;
}
