import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from './settings.ts';

const DATA_DIR = mkdtempSync(join(tmpdir(), 'tereze-settings-'));
afterAll(() => rmSync(DATA_DIR, { recursive: true }));

function run(script: string, wrong: Record<string, string>) {
	const env = { ...process.env, NODE_OPTIONS: '', DATA_DIR, ...wrong };
	const command = ['src/start/run.js', `src/start/${script}.ts`];
	return spawnSync(process.execPath, command, { cwd: projectRoot(), env, encoding: 'utf8', input: '' });
}

describe('a setting that is wrong', { timeout: 60_000 }, () => {
	it.each(['start', 'server', 'backup', 'restore', 'person', 'rights', 'regulations', 'secret', 'verify-journal'])(
		'N300 ends %s with code 2 and a sentence, before anything is done',
		(script) => {
			const { status, stdout, stderr } = run(script, { PORT: 'x' });
			expect([status, stdout]).toEqual([2, '']);
			expect(stderr.split('\n').slice(-2)).toEqual([
				'PORT cannot be “x”; it may be a whole number from 0 to 65535; 0 is any free port.',
				''
			]);
			expect(readdirSync(DATA_DIR)).toEqual([]);
		}
	);

	it.each(['backup', 'restore'])('N302 %s sends to the tools of PostgreSQL, where the data are there', (script) => {
		const { status, stderr } = run(script, { DATABASE_URL: 'postgres://u:hush@localhost/tereze' });
		expect(status).toBe(2);
		expect(stderr).toContain('whose copies are made and put back by its own tools (docs/operate.md');
		expect(stderr).not.toContain('hush');
	});

	it('N303 so does one that is none', () => {
		const { status, stderr } = run('backup', { TEREZE_DEMMO: 'off' });
		expect(status).toBe(2);
		expect(stderr).toContain('TEREZE_DEMMO is no setting of Tereze, perhaps TEREZE_DEMO is meant');
	});
});
