import { describe, expect, it } from 'vitest';
import { projectFiles } from '#tests/architecture/project-files.ts';

const program = projectFiles('src/**/*.{ts,svelte}').filter(({ path }) => !path.endsWith('.test.ts'));

/** The files that import a name from a module whose path ends so. */
function importersOf(name: string, module: string): string[] {
	const statement = new RegExp(`import \\{([^}]*)\\} from '[^']*${module}'`, 'g');
	return program
		.filter(({ text }) => [...text.matchAll(statement)].some(([, names]) => namesIn(names ?? '').includes(name)))
		.map(({ path }) => path);
}

const namesIn = (list: string) => list.split(',').map((each) => each.trim().replace(/^type /, ''));

describe('the due time of a step', () => {
	it('T21 is computed in one place, which the server and the device both import', () => {
		expect(importersOf('dueOf', '/time/due.ts')).toEqual(['src/lib/law/law.ts']);
		const folds = importersOf('projectApplication', '/law/law.ts');
		expect(folds.filter((path) => path.startsWith('src/lib/server/'))).not.toEqual([]);
		expect(folds.filter((path) => path.startsWith('src/lib/journal/'))).not.toEqual([]);
	});
});
