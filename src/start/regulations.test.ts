import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readRegulationsOptions } from './regulations-options.ts';
import { projectRoot } from './settings.ts';

const BUILT_IN = [1, 2, 3, 4, 5, 6, 7, 8];

/** Runs the script as `npm run regulations` does. */
function run(...args: string[]) {
	const command = ['src/start/run.js', 'src/start/regulations.ts', ...args];
	const env = { ...process.env, NODE_OPTIONS: '' };
	return spawnSync(process.execPath, command, { cwd: projectRoot(), env, encoding: 'utf8' });
}

describe('npm run regulations', { timeout: 60_000 }, () => {
	it('G72 on request it prints data and nothing else', () => {
		const { status, stdout } = run('--json', '--service', '3');
		expect(status).toBe(0);
		const routes = JSON.parse(stdout) as { service: number; entry: string; outcome: string; steps: object[] }[];
		expect(routes.map(({ service, entry, outcome, steps }) => [service, entry, outcome, steps.length])).toEqual([
			[3, 'center', 'notice', 12],
			[3, 'center', 'refusal', 12],
			[3, 'body', 'notice', 6],
			[3, 'body', 'refusal', 6]
		]);
		expect(Object.keys(routes[0]?.steps[0] ?? {})).toEqual(['no', 'unit', 'action', 'limit', 'fact', 'source']);
	});

	it('G73 else it prints for the eye, in the language asked for', () => {
		const { status, stdout } = run('--lang', 'ru', '--entry', 'center');
		expect(status).toBe(0);
		expect(stdout).toContain('УСЛУГА № 3. Назначение государственных пособий семьям, имеющим детей до 18 лет');
		expect(stdout).toContain('Факт            accepted · Приём');
		expect(stdout).not.toContain('УСЛУГА № 4');
	});

	it('G92 a service that is not built in is named, with where it is shown, and ends it with code 2', () => {
		const { status, stdout, stderr } = run('--service', '9');
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toContain('№ 9 қызмет бағдарламаның өз деректерінде жоқ: мұнда тек 1, 2, 3, 4, 5, 6, 7, 8.');
		expect(stderr).toContain('Услуга, которую внёс администратор, показана на странице «Регламенты»');
	});

	it('G74 a wrong option ends it with code 2, told in both languages, and standard output stays empty', () => {
		const { status, stdout, stderr } = run('--service', 'IX');
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toContain('Мұндай параметр жоқ: --service IX.');
		expect(stderr).toContain('Такого параметра нет: --service IX.');
	});

	it.each([
		['--service'],
		['--service', '0'],
		['--service', '3x'],
		['--entry', 'kiosk'],
		['--lang', 'en'],
		['--lang'],
		['--json=yes'],
		['--all'],
		['-s', '3'],
		['3']
	])('G74 %s %s is refused', (...args) => {
		expect(readRegulationsOptions(args, BUILT_IN).ok).toBe(false);
	});

	it('G74 the right ones are taken, with a space or an equals sign', () => {
		expect(readRegulationsOptions([], BUILT_IN)).toEqual({
			ok: true,
			options: { json: false, lang: 'kk', service: undefined, entry: undefined }
		});
		expect(readRegulationsOptions(['--service=8', '--entry', 'body', '--lang', 'ru', '--json'], BUILT_IN)).toEqual({
			ok: true,
			options: { json: true, lang: 'ru', service: 8, entry: 'body' }
		});
	});
});
