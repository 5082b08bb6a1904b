import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { BODY_ORG } from '#tests/support/fact-drafts.ts';
import { MONDAY, written } from '#tests/support/law-facts.ts';
import { ninthService, serviceImport } from '#tests/support/ninth-service.ts';
import { projectRoot } from './settings.ts';

/** Runs the script as `npm run rights` does. */
function run(...args: string[]) {
	const command = ['src/start/run.js', 'src/start/rights.ts', ...args];
	return spawnSync(process.execPath, command, {
		cwd: projectRoot(),
		env: { ...process.env, NODE_OPTIONS: '' },
		encoding: 'utf8'
	});
}

describe('npm run rights', { timeout: 60_000 }, () => {
	it('D103 on request it prints data and nothing else', () => {
		const { status, stdout } = run('--json');
		expect(status).toBe(0);
		const rights = JSON.parse(stdout) as { command: string }[];
		expect(rights.find(({ command }) => command === 'sign')).toEqual({
			command: 'sign',
			by: 'step',
			roles: ['head', 'chancery'],
			step: 'signed',
			orgs: ['body'],
			deputy: ['head', 'chancery'],
			writes: ['signed']
		});
	});

	it('D103 else it prints for the eye, in the language asked for', () => {
		expect(run().stdout).toContain('Қол қойылғанын белгілеу\n    Басшы, Кеңсе қызметкері');
		expect(run('--lang', 'ru').stdout).toContain('Сбор пакетов с окон\n    Инспектор накопительного отдела');
	});

	it('D103 by the regulations of a server’s database on request; else it says that it is by those built in', () => {
		const service = ninthService();
		service.routes.center!.find(({ fact }) => fact === 'assigned')!.alsoBy.push('executor');
		const [fact] = written([{ draft: serviceImport(service, BODY_ORG), at: MONDAY, org: BODY_ORG }], 'admin');
		const file = join(mkdtempSync(join(tmpdir(), 'tereze-rights-')), 'tereze.sqlite');
		const db = new DatabaseSync(file);
		db.exec('create table stream_heads (org text); create table law_facts (nr integer)');
		db.exec('create table facts (nr integer, id text, journal text, seq integer, hash text, text text, type text)');
		const { id, journal, seq, hash, text, type } = fact!;
		db.prepare('insert into facts values (1, ?, ?, ?, ?, ?, ?)').run(id, journal, seq, hash, text, type);
		db.exec('insert into law_facts values (1)');
		db.close();
		const arriving = (...args: string[]) =>
			(JSON.parse(run('--json', ...args).stdout) as { command: string; roles: string[] }[]).find(
				({ command }) => command === 'assign'
			)?.roles;
		expect(arriving()).not.toContain('executor');
		expect(arriving('--database', file)).toContain('executor');
		expect(run('--lang', 'ru').stdout).toMatch(/^По услугам, встроенным в программу\..*--database/);
		expect(run('--lang', 'ru', '--database', file).stdout).not.toContain('встроенным');
		const missing = run('--database', `${file}.old`);
		expect([missing.status, missing.stdout]).toEqual([2, '']);
		expect(missing.stderr).toContain('Дерекқор ашылмады');
	});

	it('D103 a wrong option ends it with code 2, in both languages, and standard output stays empty', () => {
		const { status, stdout, stderr } = run('--service', '3');
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toContain('Мұндай параметр жоқ');
		expect(stderr).toContain('Такого параметра нет');
	});
});
