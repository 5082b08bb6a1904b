import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MOST_LINES = 150;

/**
 * Prints what was on the page when a browser test failed: where only the output is kept, a flaw that comes once in a hundred runs
 * would else leave nothing to look at.
 * @param results Playwright's output folder: one folder for each test that failed
 */
export function printContexts(results: string): void {
	if (!existsSync(results)) return;
	for (const name of readdirSync(results)) {
		const file = join(results, name, 'error-context.md');
		if (!existsSync(file)) continue;
		const parts = readFileSync(file, 'utf8').split(/^(?=# )/m);
		const seen = parts.filter((part) => /^# (Error details|Page snapshot)/.test(part)).join('');
		process.stdout.write(`\n${name}\n${seen.split('\n').slice(0, MOST_LINES).join('\n')}\n`);
	}
}
