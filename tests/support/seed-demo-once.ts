import { type TestProject } from 'vitest/node';
import { seedDemo } from '#lib/server/demo/seed-demo.ts';
import { openDatabase, type Tables } from '#lib/server/store/database.ts';
import { type Selectable } from 'kysely';
import { plainLaw } from './plain-law.ts';

/** The demonstration as rows. */
export type DemoRows = { orgs: Selectable<Tables['orgs']>[]; people: Selectable<Tables['people']>[] };

declare module 'vitest' {
	interface ProvidedContext {
		demo: DemoRows;
	}
}

/** Hashing the demonstration's passwords takes seconds: done once for all files of tests. */
export default async function setup(project: TestProject): Promise<void> {
	const db = await openDatabase(':memory:');
	await seedDemo(db, plainLaw.directory);
	const orgs = await db.selectFrom('orgs').selectAll().execute();
	const people = await db.selectFrom('people').selectAll().execute();
	await db.destroy();
	project.provide('demo', { orgs, people });
}
