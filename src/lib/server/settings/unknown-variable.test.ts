import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles } from '#tests/architecture/project-files.ts';
import { HANDED_OVER } from './handed-over.ts';
import { unknownVariable } from './unknown-variable.ts';
import { EnvironmentSchema, type VariableName, VARIABLES } from './variables.ts';

const NAMES = Object.keys(EnvironmentSchema.entries) as VariableName[];
/** What systems, shells, npm, containers and test runners set beside ours. */
const OF_OTHERS = [
	...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'PWD', 'OLDPWD', 'LANG', 'LC_ALL', 'TERM', 'TZ', 'MAIL', 'EDITOR'],
	...['HOSTNAME', 'HOSTTYPE', 'NODE', 'NODE_ENV', 'INIT_CWD', 'npm_config_port', 'npm_lifecycle_event', 'COLOR', '_'],
	...['INVOCATION_ID', 'JOURNAL_STREAM', 'STATE_DIRECTORY', 'LOGS_DIRECTORY', 'NOTIFY_SOCKET', 'LISTEN_FDS', 'MAINPID'],
	...['KUBERNETES_PORT', 'KUBERNETES_SERVICE_HOST', 'XDG_DATA_DIRS', 'XDG_DATA_HOME', 'PGDATA', 'PGHOST', 'PGPORT'],
	...['PROD', 'DEV', 'MODE', 'TEST', 'SSR', 'VITEST_MODE', 'BASE_URL', 'PROTOCOL_HEADER', 'ADDRESS_HEADER', 'CI', 'PS1']
];

describe('variables that are no settings', () => {
	it.each([
		['TEREZE_DEMMO', 'TEREZE_DEMO'],
		['tereze_demo', 'TEREZE_DEMO'],
		['DATABSE_URL', 'DATABASE_URL'],
		['DATABASE_ULR', 'DATABASE_URL'],
		['PROT', 'PORT'],
		['PORTS', 'PORT'],
		['HOTS', 'HOST'],
		['ORIGINS', 'ORIGIN'],
		['DATADIR', 'DATA_DIR'],
		['TRUSTPROXY', 'TRUST_PROXY'],
		['METRIC_TOKEN', 'METRICS_TOKEN'],
		['ENROLLMENTS_PER_HOUR', 'ENROLMENTS_PER_HOUR']
	])('N303 %s stops the start, and %s is proposed', (name, meant) => {
		expect(unknownVariable({ [name]: 'x' })).toBe(
			`${name} is no setting of Tereze, perhaps ${meant} is meant: correct it or unset it. All settings are listed in docs/operate.md.`
		);
	});

	it('N303 what begins as ours does, and is none, stops the start, too', () => {
		for (const name of ['TEREZE_COLOUR', 'DATABASE_PASSWORD'])
			expect(unknownVariable({ [name]: 'x' })).toMatch(new RegExp(`^${name} is no setting of Tereze: unset it`));
	});

	it('N303 what others set, what is empty and what the start hands over do not', () => {
		for (const name of [...OF_OTHERS, ...HANDED_OVER, ...NAMES]) expect(unknownVariable({ [name]: 'x' })).toBeNull();
		expect(unknownVariable({ TEREZE_DEMMO: '' })).toBeNull();
	});

	it('N304 nobody reads the environment beside the schema', () => {
		const reads = projectFiles('src/**/*.{ts,svelte}').filter(({ text }) =>
			/\benv\[|process\.env\.\w|\{[^}]*\} = process\.env/.test(text)
		);
		const outside = reads.map(({ path }) => path).filter((path) => !path.endsWith('.test.ts'));
		expect(outside.filter((path) => !path.startsWith('src/lib/server/settings/'))).toEqual(['src/start/serve.ts']);
	});

	it('N304 the operator’s document lists every variable with what is allowed and what it is otherwise, and no other', () => {
		const document = readFileSync(join(import.meta.dirname, '../../../../docs/operate.md'), 'utf8');
		const section = document.split(/^## /m).find((part) => part.startsWith('Settings\n'))!;
		const rows = [...section.matchAll(/^\| `(\w+)` \| .+ \| (.+) \| (.+) \|$/gm)].map(([, ...cells]) => cells);
		expect(rows).toEqual(NAMES.map((name) => [name, VARIABLES[name].allowed, VARIABLES[name].byDefault]));
	});
});
