import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { writeVariedDatabase } from '#tests/support/a-varied-database.ts';
import { emptyPostgres } from '#tests/support/people-database.ts';
import { connect } from '#lib/server/store/engine.ts';
import { verifyDatabase } from '#lib/server/verify/verify-database.ts';
import { copyOfPostgres } from '../../src/start/copy-of-postgres.ts';
import { moveToPostgres } from '../../src/start/move-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'moving-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'tereze.db');

describe('a server that moves from SQLite to PostgreSQL', () => {
	it('N366 takes all rows along, is compared value by value, and proves there as it did before', async () => {
		await writeVariedDatabase(file);
		const to = await emptyPostgres(inject('postgres')!);
		const said: string[] = [];
		expect(await moveToPostgres({ file, to }, (words) => said.push(words))).toEqual({ ok: true });
		expect(said).toContainEqual(expect.stringMatching(/^facts: [1-9]\d* rows copied$/));
		const copy = join(folder, 'copy.db');
		await copyOfPostgres(to.url, copy);
		const [before, after] = [verifyDatabase(file)!, verifyDatabase(copy)!];
		expect(before.findings.count).toBe(0);
		expect({ ...after, ms: 0 }).toEqual({ ...before, ms: 0 });
	}, 60_000);

	it('N366 goes on where it was cut off, and tells where a row came to be another', async () => {
		const to = await emptyPostgres(inject('postgres')!);
		const db = connect(to);
		expect(await moveToPostgres({ file, to }, () => undefined)).toEqual({ ok: true });
		const { nr } = await db.selectFrom('facts').select('nr').orderBy('nr', 'desc').executeTakeFirstOrThrow();
		await db.deleteFrom('facts').where('nr', '=', nr).execute();
		const said: string[] = [];
		expect(await moveToPostgres({ file, to }, (words) => said.push(words))).toEqual({ ok: true });
		expect(said).toContain('facts: 1 rows copied');
		await db.updateTable('facts').set({ text: 'another' }).where('nr', '=', nr).execute();
		expect(await moveToPostgres({ file, to }, () => undefined)).toMatchObject({
			ok: false,
			why: expect.stringMatching(/^facts differs/)
		});
		await db.insertInto('meta').values({ key: 'epoch', value: 'of another' }).execute();
		expect(await moveToPostgres({ file, to }, () => undefined)).toMatchObject({
			ok: false,
			why: expect.stringContaining('name an empty database')
		});
		await db.destroy();
	}, 60_000);
});
