import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RELEASES, serverDatabase } from '#tests/golden/golden-copies.ts';
import { tamperWith } from '#tests/support/tampered-rows.ts';
import { projectRoot } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'tereze-verify-'));
const sound = join(folder, 'sound.db');
const spoilt = join(folder, 'spoilt.db');

beforeAll(() => {
	for (const file of [sound, spoilt]) writeFileSync(file, serverDatabase(RELEASES.at(-1)!));
	const hand = tamperWith(spoilt);
	hand.run("update facts set type = 'accepted' where nr = (select min(nr) from facts where type = 'handedOut')");
	hand.run("update stream_entries set hash = 'x'");
	hand.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the script as `npm run verify-journal` does. */
function run(...args: string[]) {
	const command = ['src/start/run.js', 'src/start/verify-journal.ts', ...args];
	const env = { ...process.env, NODE_OPTIONS: '' };
	return spawnSync(process.execPath, command, { cwd: projectRoot(), env, encoding: 'utf8' });
}

describe('npm run verify-journal', { timeout: 60_000 }, () => {
	it('S176 a database that fits ends it with code 0, the counts and the speed, and what is not proven', () => {
		const kk = run('--database', sound);
		expect(kk.status).toBe(0);
		expect(kk.stdout).toMatch(/^Факт: \d+, журнал: \d, ағын: 3\. Бәрі дәлелденді, секундына [\d\u00A0]+ факт\.\n/);
		expect(kk.stdout).toMatch(/фактілерден есептеліп шығарылады: [^\n]*\bparties, applications,/);
		const ru = run('--database', sound, '--lang', 'ru').stdout;
		expect(ru).toMatch(/^Фактов: \d+, журналов: \d, потоков: 3\. Всё доказано, [\d\u00A0]+ фактов в секунду\.\n/);
		expect(ru).toContain('время по часам сервера: facts.received_at, quarantine.at, quarantine.ended_at');
	});

	it('S176 one that does not ends it with code 1, the first hundred places and how many there are', () => {
		const { status, stdout } = run('--database', spoilt, '--lang', 'ru');
		expect(status).toBe(1);
		const [count, ...lines] = stdout.split('\n');
		expect(Number(/^Не сходится мест: (\d+)$/.exec(count!)![1])).toBeGreaterThan(100);
		expect(lines.filter((line) => line.includes(' · '))).toHaveLength(100);
		expect(stdout).toContain('\n  stream_entries · body-15 1 · hash: не продолжает хеш перед собой\n');
		expect(stdout).toContain('\n  … и ещё ');
	});

	it('S176 on request it prints data and nothing else', () => {
		const { status, stdout } = run('--json', '--database', spoilt);
		expect(status).toBe(1);
		const { found, findings } = JSON.parse(stdout) as { found: number; findings: object[] };
		expect(found).toBeGreaterThan(100);
		expect(findings).toHaveLength(100);
	});

	it('S176 a file that cannot be read and a wrong option end it with code 2, and standard output stays empty', () => {
		const missing = run('--database', `${sound}.old`, '--lang', 'ru');
		expect([missing.status, missing.stdout]).toEqual([2, '']);
		expect(missing.stderr).toContain('Файл не прочитан');
		expect(run('--database', `${sound}.old`).stderr).toContain('Бұл файл оқылмады');
		for (const wrong of [[], ['--database', sound, '--lang', 'en'], ['--database', sound, '--all']]) {
			const { status, stdout, stderr } = run(...wrong);
			expect([status, stdout]).toEqual([2, '']);
			expect(stderr).toContain('Мұндай параметр жоқ');
			expect(stderr).toContain('Такого параметра нет');
		}
	});
});
