import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
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

	it('D103 a wrong option ends it with code 2, in both languages, and standard output stays empty', () => {
		const { status, stdout, stderr } = run('--service', '3');
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toContain('Мұндай параметр жоқ');
		expect(stderr).toContain('Такого параметра нет');
	});
});
