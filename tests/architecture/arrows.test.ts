import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT, projectFiles } from './project-files.ts';

const ARROWS = 'boundaries/dependencies';
const NAMES = 'no-restricted-imports';
/** How an ESLint configuration says that a rule fails the run. */
const ERROR = 2;
/** A comment that switches lint off, but for the one rule that some switches are open to on purpose. */
const SILENCED = /eslint-disable(?!-next-line @typescript-eslint\/switch-exhaustiveness-check -- )|\/\*\s*eslint /;
const eslint = new ESLint({
	cwd: PROJECT_ROOT,
	overrideConfigFile: '.config/eslint.config.js',
	// Arrows need no types, which take most of the time.
	overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
	ruleFilter: ({ ruleId }) => ruleId === ARROWS || ruleId === NAMES
});

const broken = (results: ESLint.LintResult[]) =>
	results.flatMap(({ filePath, messages }) =>
		messages
			.filter(({ ruleId }) => ruleId === ARROWS || ruleId === NAMES)
			.map(({ line, ruleId }) => `${filePath.slice(PROJECT_ROOT.length + 1)}:${line} ${ruleId}`)
	);

describe('the import arrows of the house', () => {
	// That no file breaks them the lint step says, which has every file under the same rules; here, that it would say so.
	it('every file of src is under them, and takes itself out of no rule but that of open switches', async () => {
		const files = projectFiles('src/**/*.{ts,svelte}').filter(({ path }) => !path.endsWith('.test.ts'));
		const configs = await Promise.all(files.map(({ path }) => eslint.calculateConfigForFile(join(PROJECT_ROOT, path))));
		const free = files.filter((_, index) =>
			[ARROWS, NAMES].some((rule) => configs[index]?.rules?.[rule]?.[0] !== ERROR)
		);
		expect(free.map(({ path }) => path)).toEqual([]);
		const silenced = files.filter(({ text }) => SILENCED.test(text));
		expect(silenced.map(({ path }) => path)).toEqual([]);
	});

	it.each([
		['src/lib/domain/number/mod-97.ts', '../../protocol/sync-messages.ts'],
		['src/lib/domain/number/mod-97.ts', '#lib/protocol/sync-messages.ts'],
		['src/lib/protocol/sync-messages.ts', '../server/http/problem.ts'],
		['src/lib/scanner/decoder.ts', '../protocol/sync-messages.ts'],
		['src/routes/+page.svelte', '#lib/server/http/problem.ts'],
		['src/lib/screens/menu.ts', '#lib/device/live/law.svelte.ts'],
		['src/lib/ui/Button.svelte', '#lib/device/live/language.svelte.ts'],
		['src/lib/device/session/may.ts', '#lib/tools/wording/words.ts'],
		['src/lib/tools/story/story-words.ts', '#lib/desks/accept/accept-draft.ts'],
		['src/lib/desks/collect/CollectScreen.svelte', '#lib/desks/accept/accept-draft.ts'],
		['src/lib/desks/collect/CollectScreen.svelte', '../accept/accept-draft.ts'],
		['src/lib/desks/work/WorkScreen.svelte', '../../../routes/api/health/+server.ts'],
		['src/lib/server/http/problem.ts', '../../scanner/decoder.ts'],
		['src/routes/api/demo/+server.ts', '#lib/scanner/decoder.ts']
	])('an import in %s of %s is noticed', { timeout: 60_000 }, (path, imported) => isNoticed(path, imported, ARROWS));

	// The service worker and the hook at the root of src are told by path, and the old alias by name.
	it.each([
		['src/service-worker/index.ts', '#lib/device/session/desk.svelte.ts'],
		['src/service-worker/index.ts', '#lib/server/http/problem.ts'],
		['src/service-worker/index.ts', '$lib/journal/act'],
		['src/hooks.server.ts', '#lib/journal/act.ts'],
		['src/hooks.server.ts', '$lib/protocol/sync-messages'],
		['src/lib/journal/act.ts', '$lib/domain/number/mod-97'],
		['src/routes/+page.svelte', '$lib/ui/Button.svelte'],
		['tests/support/scan.ts', '$lib']
	])('a name in %s of %s is noticed', { timeout: 60_000 }, (path, imported) => isNoticed(path, imported, NAMES));

	async function isNoticed(path: string, imported: string, rule: string): Promise<void> {
		const line = `import * as wrong from '${imported}'; export const kept = wrong;`;
		const text = path.endsWith('.svelte') ? `<script lang="ts">${line}</script>` : line;
		const filePath = join(PROJECT_ROOT, path);
		expect(broken(await eslint.lintText(text, { filePath }))).toContain(`${path}:1 ${rule}`);
	}
});
