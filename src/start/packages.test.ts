import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changesOfTree } from '#tests/support/tree-state.ts';
import { PROJECT_ROOT, projectFiles } from '#tests/architecture/project-files.ts';

type Entry = {
	version?: string;
	resolved?: string;
	integrity?: string;
	link?: boolean;
	dependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
};

const readAsJson = (name: string): unknown => JSON.parse(readFileSync(join(PROJECT_ROOT, name), 'utf8'));
const lock = (readAsJson('package-lock.json') as { packages: Record<string, Entry> }).packages;
const manifest = readAsJson('package.json') as Required<Pick<Entry, 'dependencies'>> & { license: string };

/** Whether a package finds another from its place, in its own folder of packages or in one above it. */
function finds(from: string, name: string): boolean {
	const place = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
	if (lock[place]) return true;
	return from !== '' && finds(from.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, ''), name);
}

describe('the packages', () => {
	it('N70 the lock names what every system needs, so that an install rewrites nothing and pins everything', () => {
		const missing = Object.entries(lock).flatMap(([from, { dependencies, optionalDependencies }]) =>
			Object.keys({ ...dependencies, ...optionalDependencies })
				.filter((name) => !finds(from, name))
				.map((name) => `${from} needs ${name}`)
		);
		expect(missing).toEqual([]);
		const systems = Object.keys(lock).filter((place) => /-(?:darwin|win32|linux)-(?:x64|arm64)/.test(place));
		for (const system of ['darwin-arm64', 'darwin-x64', 'win32-x64', 'linux-arm64', 'linux-x64'])
			expect(systems.some((place) => place.includes(system))).toBe(true);
	});

	it('N70 each package of the lock is pinned by its content, and by no registry but the public one', () => {
		const loose = Object.entries(lock).filter(([place, { integrity, resolved }]) => {
			const isPublic = resolved === undefined || resolved.startsWith('https://registry.npmjs.org/');
			return place !== '' && (!isPublic || !integrity?.startsWith('sha512-'));
		});
		expect(loose).toEqual([]);
	});

	it('N70 every package that the program depends on is imported somewhere', () => {
		const sources = projectFiles('src/**/*.{ts,js,svelte}', 'svelte.config.js', 'vite.config.ts');
		const text = sources.map((file) => file.text).join('\n');
		const unused = Object.keys(manifest.dependencies).filter(
			// `node` runs the scripts, the others of the framework are imported by its own build.
			(name) => name !== 'node' && !text.includes(`'${name}'`) && !text.includes(`'${name}/`)
		);
		expect(unused).toEqual([]);
	});

	it('N70 the licence lies beside the package that names it', () => {
		expect(manifest.license).toBe('MIT');
		expect(readFileSync(join(PROJECT_ROOT, 'LICENSE'), 'utf8')).toMatch(/^MIT License/);
	});
});

describe('the working tree', () => {
	it.each([
		[[], [], 0],
		[[' M src/a.ts'], [' M src/a.ts'], 0],
		[[], ['?? tests/new.png'], 1],
		[['?? note.txt'], [], 1],
		[[' M package-lock.json'], [' M package-lock.json'], 1],
		[[' M package.json', ' M package-lock.json'], [' M package.json', ' M package-lock.json'], 0],
		[null, null, 0]
	])('N70 before the tests %j, after them %j: %i complaints', (before, after, complaints) => {
		expect(changesOfTree(before, after)).toHaveLength(complaints);
	});
});
