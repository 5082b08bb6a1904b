import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { askPostgres, startPostgres } from '#tests/support/start-postgres.ts';
import { openDatabase } from '#lib/server/store/database.ts';

const whyNot = async (url: string): Promise<unknown> => {
	try {
		await (await openDatabase({ kind: 'postgres', url, pool: 1 })).destroy();
		return null;
	} catch (error) {
		return (error as Error).message;
	}
};

describe('a database that cannot be used', () => {
	it('N362 is told in one sentence that says what to do, and never the password', async () => {
		const own = new URL('postgres', inject('postgres'));
		const at = (changed: Partial<URL>) => String(Object.assign(new URL(own), changed));
		const sentences = [
			await whyNot(at({ password: 'hush', port: '1', pathname: '/tereze' })),
			await whyNot(at({ password: 'hush', username: 'nobody-here' })),
			await whyNot(at({ password: 'hush', pathname: '/no-such' }))
		];
		expect(sentences).toEqual([
			expect.stringMatching(/^localhost:1\/tereze does not answer: start PostgreSQL there/),
			expect.stringMatching(/does not take the name and password in DATABASE_URL\.$/),
			expect.stringMatching(/has no such database: create it with createdb/)
		]);
		expect(sentences.join()).not.toContain('hush');
	});

	it('N362 so is an encoding that cannot hold Kazakh', async () => {
		const server = inject('postgres')!;
		await askPostgres(`${server}postgres`, "create database latin encoding 'LATIN1' locale 'C' template template0");
		expect(await whyNot(`${server}latin`)).toMatch(/has the encoding LATIN1: create it anew with UTF8/);
	});

	it('N362 so is a standby that was named as the primary', async () => {
		const primary = await startPostgres();
		const { folder } = primary;
		const copy = mkdtempSync(join(tmpdir(), 'tereze-standby-'));
		await primary.pause();
		cpSync(join(folder, 'data'), join(copy, 'data'), { recursive: true });
		writeFileSync(join(copy, 'data', 'standby.signal'), '');
		const standby = await startPostgres({ folder: copy });
		try {
			expect(await whyNot(standby.urlOf('postgres'))).toMatch(/is a standby, which cannot be written to/);
		} finally {
			await standby.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	}, 60_000);
});
