import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from './project-files';

const RULE = 'boundaries/dependencies';
const eslint = new ESLint({
	cwd: PROJECT_ROOT,
	overrideConfigFile: '.config/eslint.config.js',
	ruleFilter: ({ ruleId }) => ruleId === RULE
});

const broken = (results: ESLint.LintResult[]) =>
	results.flatMap(({ filePath, messages }) =>
		messages
			.filter(({ ruleId }) => ruleId === RULE)
			.map(({ line }) => `${filePath.slice(PROJECT_ROOT.length + 1)}:${line}`)
	);

describe('the import arrows of the house', () => {
	it('every part imports only the parts it may', { timeout: 120_000 }, async () => {
		expect(broken(await eslint.lintFiles(['src']))).toEqual([]);
	});

	// Without these the test above would also be green with a rule that has stopped looking.
	it.each([
		['src/lib/domain/number/mod-97.ts', '../../protocol/sync-messages'],
		['src/lib/domain/number/mod-97.ts', '$lib/protocol/sync-messages'],
		['src/lib/protocol/sync-messages.ts', '../server/http/problem'],
		['src/lib/scanner/decoder.ts', '../protocol/sync-messages'],
		['src/routes/+page.svelte', '$lib/server/http/problem'],
		['src/lib/server/http/problem.ts', '../../scanner/decoder'],
		['src/routes/api/demo/+server.ts', '$lib/scanner/decoder']
	])('an import in %s of %s is noticed', { timeout: 60_000 }, async (path, imported) => {
		const line = `import * as wrong from '${imported}'; export const kept = wrong;`;
		const text = path.endsWith('.svelte') ? `<script lang="ts">${line}</script>` : line;
		const filePath = join(PROJECT_ROOT, path);
		expect(broken(await eslint.lintText(text, { filePath }))).toEqual([`${path}:1`]);
	});
});
