import { DatabaseSync } from 'node:sqlite';

/** Whether anybody was ever entered into the database of a server that has been started. */
export function hasPeople(file: string): boolean {
	const db = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
	try {
		return db.prepare('select 1 from people limit 1').get() !== undefined;
	} finally {
		db.close();
	}
}
