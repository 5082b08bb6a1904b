import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { type Database, openDatabase } from '#lib/server/store/database.ts';
import { askPostgres } from './start-postgres.ts';
import { TEMPLATE } from './start-postgres-once.ts';

/** As many as queries of one process run beside each other there: enough to find what is not safe beside another. */
const CONNECTIONS = 4;

/** An empty database with all tables: SQLite in memory, or a database of its own where these tests run on PostgreSQL. */
export async function openEmptyDatabase(): Promise<Database> {
	const server = inject('postgres');
	if (server === undefined) return openDatabase(':memory:');
	return openDatabase(await emptyPostgres(server));
}

/** A database of its own on PostgreSQL, with all tables, which several may open. */
export async function emptyPostgres(server: string) {
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	await askPostgres(`${server}postgres`, `create database ${name} template ${TEMPLATE}`);
	return { kind: 'postgres', url: `${server}${name}`, pool: CONNECTIONS } as const;
}

/** A database with everybody of the demonstration. */
export async function openDemoDatabase(): Promise<Database> {
	const db = await openEmptyDatabase();
	const { orgs, people } = inject('demo');
	await db.insertInto('orgs').values(orgs).execute();
	await db.insertInto('people').values(people).execute();
	return db;
}
