import { describe, expect, it } from 'vitest';
import { settingsOf } from '#tests/support/settings-of.ts';
import { readSettings } from './read-settings.ts';
import { EnvironmentSchema } from './variables.ts';

type Env = Record<string, string>;
const whyNot = (env: Env): string => {
	const read = readSettings(env, '/srv/tereze');
	return read.ok ? '' : read.why;
};

describe('the settings of a server', () => {
	it('N60 settings have values that suit a first start', () => {
		expect(settingsOf({})).toEqual({
			...{ port: 3000, host: 'localhost', dataDir: '/srv/tereze/data', proxy: null, origin: undefined, demo: 'on' },
			database: { kind: 'sqlite', file: '/srv/tereze/data/tereze.db' },
			...{ logLevel: 'warn', accessLog: false, metricsToken: undefined, enrolmentsPerHour: 60 }
		});
	});

	it('N300 a variable without a value counts as not set', () => {
		const empty = Object.fromEntries(Object.keys(EnvironmentSchema.entries).map((name) => [name, '']));
		expect(settingsOf(empty)).toEqual(settingsOf({}));
	});

	it('N300 what is set is taken', () => {
		const more = { DATA_DIR: '/var/lib/tereze', PORT: '80', LOG_LEVEL: 'debug', ENROLMENTS_PER_HOUR: '5' };
		expect(settingsOf({ ...more, METRICS_TOKEN: '0123456789abcdef' })).toMatchObject({
			...{ dataDir: '/var/lib/tereze', port: 80, logLevel: 'debug', enrolmentsPerHour: 5 },
			metricsToken: '0123456789abcdef'
		});
	});

	it.each([
		...['x', '-1', '70000', '3000.5', '1e3', ' 80', '0x50'].map((PORT) => ({ PORT })),
		...['a b', 'http://x'].map((HOST) => ({ HOST })),
		...['verbose', 'WARN', '3'].map((LOG_LEVEL) => ({ LOG_LEVEL })),
		...['yes', '1'].map((ACCESS_LOG) => ({ ACCESS_LOG })),
		...['0', '-3', 'many'].map((ENROLMENTS_PER_HOUR) => ({ ENROLMENTS_PER_HOUR })),
		...['tereze.example', 'ftp://tereze.example', '//x', 'null', 'https://x/path', 'https://u:p@x'].map((ORIGIN) => ({
			ORIGIN
		})),
		{ TEREZE_DEMO: 'perhaps' },
		{ TEREZE_MODE: 'prod' },
		{ TRUST_PROXY: 'proxy.example' }
	] as Env[])('N300 %j is refused in one sentence that names the variable, its value and what is allowed', (env) => {
		const [[name, value]] = Object.entries(env) as [[string, string]];
		expect(whyNot(env)).toMatch(new RegExp(`^${name} cannot be “.*”; it may be [^\\n]+\\.$`));
		expect(whyNot(env)).toContain(`“${value}”`);
	});

	it.each([
		{ METRICS_TOKEN: 'too-short' },
		{ METRICS_TOKEN: 'with a space in the middle' },
		{ DATABASE_URL: 'mysql://u:hush@h/db' }
	] as Env[])('N301 of %j the message does not repeat the value, which is a secret', (env) => {
		const [[name, value]] = Object.entries(env) as [[string, string]];
		expect(whyNot(env)).toMatch(new RegExp(`^${name} cannot be what it is set to \\(not shown here\\); it may be `));
		expect(whyNot(env)).not.toContain(value);
	});

	it.each([
		['postgres://tereze:hush@db.example:5432/tereze', 'postgresql:///tereze?host=/run/postgresql'],
		['postgres://db.example', 'postgres://db.example/', 'postgres://db/a/b', 'tereze', 'http://db/tereze', 'sqlite:x']
	])('N302 a database is PostgreSQL by its address with a name: %s', (...urls) => {
		for (const DATABASE_URL of urls) {
			const read = readSettings({ DATABASE_URL, DATABASE_POOL: '3' }, '/');
			if (DATABASE_URL.includes('hush') || DATABASE_URL.includes('?host'))
				expect(read).toMatchObject({ settings: { database: { kind: 'postgres', url: DATABASE_URL, pool: 3 } } });
			else expect(read).toMatchObject({ ok: false, why: expect.stringMatching(/^DATABASE_URL cannot be/) });
		}
	});

	it('N302 connections are counted for PostgreSQL only, and ten where nothing is said', () => {
		expect(settingsOf({ DATABASE_URL: 'postgres://db/tereze' }).database).toMatchObject({ pool: 10 });
		expect(whyNot({ DATABASE_POOL: '5' })).toContain('DATABASE_URL');
		for (const DATABASE_POOL of ['0', '201', 'x'])
			expect(whyNot({ DATABASE_URL: 'postgres://db/tereze', DATABASE_POOL })).toMatch(/^DATABASE_POOL cannot be/);
	});

	it('N80 the origin that browsers see can be set', () => {
		expect(settingsOf({ ORIGIN: 'https://tereze.example:8443/' }).origin).toBe('https://tereze.example:8443');
		expect(settingsOf({ ORIGIN: 'https://tereze.example:443' }).origin).toBe('https://tereze.example');
	});

	it.each([
		[{}, 'on'],
		[{ HOST: '127.0.0.1' }, 'on'],
		[{ HOST: '::1' }, 'on'],
		[{ HOST: '0.0.0.0' }, 'off'],
		[{ HOST: '10.0.0.7' }, 'off'],
		[{ HOST: '127.evil.example' }, 'off'],
		[{ TRUST_PROXY: '1' }, 'off'],
		[{ ORIGIN: 'https://tereze.example' }, 'off'],
		[{ HOST: '0.0.0.0', TEREZE_DEMO: 'on' }, 'on'],
		[{ HOST: '0.0.0.0', TEREZE_DEMO: 'people' }, 'people'],
		[{ TEREZE_DEMO: 'off' }, 'off'],
		[{ TEREZE_DEMO: '0' }, 'off'],
		[{ TEREZE_DEMO: '1', TRUST_PROXY: '1' }, 'on']
	])('N82 with %j the demonstration is %s', (env, demo) => {
		expect(settingsOf(env as Env).demo).toBe(demo);
	});

	it('N86 the log of access is kept in a real Center, unless it is turned off', () => {
		const production = { TEREZE_MODE: 'production', TRUST_PROXY: '1' };
		const kept = (env: Env) => settingsOf(env).accessLog;
		expect([kept(production), kept({ ACCESS_LOG: 'on' })]).toEqual([true, true]);
		expect([kept({}), kept({ ...production, ACCESS_LOG: 'off' })]).toEqual([false, false]);
	});

	it('N133 in production a danger to a real Center stops the start, with what to do', () => {
		const production = (more: Env = {}) => ({ TEREZE_MODE: 'production', ...more });
		expect(settingsOf(production({ TRUST_PROXY: '1' })).demo).toBe('off');
		expect(settingsOf(production({ TRUST_PROXY: '1', ORIGIN: 'https://tereze.example' })).demo).toBe('off');
		expect(whyNot(production())).toMatch(/TRUST_PROXY/);
		expect(whyNot(production({ HOST: '0.0.0.0' }))).toMatch(/TRUST_PROXY/);
		expect(whyNot(production({ TRUST_PROXY: '1', TEREZE_DEMO: 'on' }))).toMatch(/TEREZE_DEMO/);
		expect(whyNot(production({ TRUST_PROXY: '1', TEREZE_DEMO: 'people' }))).toMatch(/TEREZE_DEMO/);
		expect(whyNot(production({ TRUST_PROXY: '1', ORIGIN: 'http://tereze.example' }))).toMatch(/ORIGIN/);
	});
});
