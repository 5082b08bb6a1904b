import { type TestProject } from 'vitest/node';
import { openDatabase } from '#lib/server/store/database.ts';
import seedDemoOnce from './seed-demo-once.ts';
import { askPostgres, startPostgres } from './start-postgres.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of a PostgreSQL without a database's name, for the tests that run on it; absent: they run on SQLite. */
		postgres?: string;
	}
}

/** With all tables, and nothing in them: to copy it takes a fraction of making them. */
export const TEMPLATE = 'empty';

/** One PostgreSQL for all files of tests; each of them gets databases of its own there. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await startPostgres();
	await askPostgres(server.urlOf('postgres'), `create database ${TEMPLATE}`);
	await (await openDatabase({ kind: 'postgres', url: server.urlOf(TEMPLATE), pool: 1 })).destroy();
	project.provide('postgres', server.urlOf(''));
	await seedDemoOnce(project);
	return server.stop;
}
