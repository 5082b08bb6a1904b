import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '#tests/architecture/project-files.ts';
import { readSettings } from '../settings/read-settings.ts';
import { unknownVariable } from '../settings/unknown-variable.ts';

const DEPLOY = join(PROJECT_ROOT, 'docs/deploy');
const files = readdirSync(DEPLOY).map((name) => ({ name, text: readFileSync(join(DEPLOY, name), 'utf8') }));
const operate = readFileSync(join(PROJECT_ROOT, 'docs/operate.md'), 'utf8');
const textOf = (name: string): string => files.find((file) => file.name === name)!.text;
const variablesIn = (text: string): Record<string, string> =>
	Object.fromEntries([...text.matchAll(/(?:^|\s)([A-Z_]+)=([^\s#]+)/gm)].map(([, name, value]) => [name!, value!]));

describe('the files that an installation begins with', () => {
	it('N315 are all led to from the operator’s document', () => {
		expect(files.length).toBeGreaterThan(8);
		expect(files.filter(({ name }) => !operate.includes(`(deploy/${name})`)).map(({ name }) => name)).toEqual([]);
	});

	it('N315 start scripts, and copy files, that there are', () => {
		const named = files.flatMap(({ text }) =>
			[...text.matchAll(/\bsrc\/start\/[\w-]+\.(?:js|ts)\b/g)].map(([path]) => path)
		);
		expect(named.length).toBeGreaterThan(4);
		const copied = [...textOf('Containerfile').matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, paths]) =>
			paths!.split(' ')
		);
		expect(copied).toContain('package.json');
		expect([...named, ...copied].filter((path) => !existsSync(join(PROJECT_ROOT, path)))).toEqual([]);
	});

	it('N315 set only what is a setting, and a server of a real Center starts with it', () => {
		const service = variablesIn(textOf('tereze.env'));
		expect(unknownVariable(service)).toBeNull();
		expect(readSettings(service, '/')).toMatchObject({
			settings: { demo: 'off', dataDir: '/var/lib/tereze', host: 'localhost' }
		});
		const [, environment] = /^ENV (.+)$/m.exec(textOf('Containerfile'))!;
		const image = { ...variablesIn(environment!), TRUST_PROXY: '10.88.0.1' };
		expect(unknownVariable(image)).toBeNull();
		expect(readSettings(image, '/')).toMatchObject({
			settings: { demo: 'off', dataDir: '/var/lib/tereze', host: '0.0.0.0' }
		});
	});

	it('N315 name only commands that the program has', () => {
		const { scripts } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as { scripts: object };
		const named = [...operate.matchAll(/\bnpm run (?:--silent )?([a-z:-]+)/g)].map(([, name]) => name!);
		expect(named.length).toBeGreaterThan(8);
		expect(named.filter((name) => !(name in scripts))).toEqual([]);
	});

	it('N315 hand streams on at once, and say themselves whom they were asked by', () => {
		const streams = ['/api/sync/wake', '/api/exchange/v1/wake'];
		const [, location] = /location ~ (\S+) \{\s+proxy_pass [^\n]+\n\s+proxy_buffering off;/.exec(textOf('nginx.conf'))!;
		expect(streams.filter((path) => !new RegExp(location!).test(path))).toEqual([]);
		for (const path of streams) expect(existsSync(join(PROJECT_ROOT, `src/routes${path}/+server.ts`))).toBe(true);
		expect(textOf('nginx.conf')).toMatch(
			/X-Forwarded-For \$remote_addr;\n\s+proxy_set_header X-Forwarded-Proto \$scheme;/
		);
		expect(textOf('Caddyfile')).toContain('flush_interval -1');
	});
});
