/**
 * `npm test`: every check in order, live on the terminal; the last line is `N passed, N failed`.
 * A step that fails does not stop the next ones, except that nothing is driven in a browser without a build. A signal stops all.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installChromium } from './e2e/install-chromium.ts';
import { countPlaywright, countVitest, type Count } from './support/count-results.ts';
import { printContexts } from './support/print-contexts.ts';
import { runBeside, runTool, type Tool } from './support/run-tool.ts';
import { changesOfTree, readTree } from './support/tree-state.ts';

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');
const bin = (path: string) => join(root, 'node_modules', path);

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
const terms = { cwd: root, signal: stop.signal };

const live = async (...args: string[]): Promise<boolean> => (await runTool(args, 'live', terms)).ok;

const vitest = async (project: string): Promise<Count> => {
	const file = join(results, `${project}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	return countVitest(file, await live(bin('vitest/vitest.mjs'), 'run', '--project', project, ...reporters));
};

const counted = (ok: boolean): Count => ({ passed: 0, failed: ok ? 0 : 1 });

/** A third of the linter's time goes into clearing away young objects, where they have the usual little room. */
const ROOM = '--max-semi-space-size=64';
const config = (file: string) => ['--config', `.config/${file}`];
const formatted = ['src', 'tests', '.config', 'vite.config.ts', 'svelte.config.js'];
const BUILD = 'Build';
/** None of them looks at a clock, so they may take turns; the longest first. */
const checks: Tool[] = [
	{ name: 'Lint', args: [ROOM, bin('eslint/bin/eslint.js'), ...config('eslint.config.js'), '.'] },
	{
		name: 'Types',
		args: [bin('svelte-check/bin/svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings']
	},
	{ name: BUILD, args: ['tests/support/build.ts'] },
	{
		name: 'Format',
		args: [bin('prettier/bin/prettier.cjs'), ...config('prettier.json'), '--log-level', 'warn', '--check', ...formatted]
	}
];

let built = false;
const before = readTree(root);
const firstSteps: [string, () => Promise<Count>][] = [
	['Chromium', async () => counted(await installChromium())],
	['SvelteKit’s types', async () => counted(await live(bin('@sveltejs/kit/svelte-kit.js'), 'sync'))]
];
const tests: [string, () => Promise<Count>][] = [
	['Unit, contract and architecture tests', () => vitest('unit*')],
	['Simulation', () => vitest('simulation')],
	[
		'In the browser',
		async () => {
			if (!built) return counted(false);
			const ok = await live(bin('@playwright/test/cli.js'), 'test', '--config', 'tests/e2e/playwright.config.ts');
			if (!ok) printContexts(join(results, 'e2e'));
			return countPlaywright(join(results, 'e2e.json'), ok);
		}
	],
	[
		'The working tree is as it was',
		async () => {
			const changes = changesOfTree(before, readTree(root));
			for (const change of changes) process.stdout.write(`   ${change}\n`);
			return { passed: 0, failed: changes.length };
		}
	]
];

const total = { passed: 0, failed: 0 };
const failedSteps: string[] = [];
const add = (name: string, count: Count, seconds: number): void => {
	total.passed += count.passed;
	total.failed += count.failed;
	if (count.failed > 0) failedSteps.push(name);
	process.stdout.write(`   ${seconds.toFixed(1)} s\n`);
};
const title = (name: string): void => void process.stdout.write(`\n── ${name}\n`);

async function inTurn(steps: [string, () => Promise<Count>][]): Promise<void> {
	for (const [name, step] of steps) {
		if (stop.signal.aborted) return;
		title(name);
		const from = performance.now();
		add(name, await step(), (performance.now() - from) / 1000);
	}
}

async function besideEachOther(tools: readonly Tool[]): Promise<void> {
	const ends = runBeside(tools, terms);
	for (const [place, { name }] of tools.entries()) {
		title(name);
		const { ok, said, seconds } = await ends[place]!;
		process.stdout.write(said);
		if (name === BUILD) built = ok;
		add(name, counted(ok), seconds);
	}
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
await inTurn(firstSteps);
await besideEachOther(checks);
await inTurn(tests);
process.stdout.write(failedSteps.length > 0 ? `\nFailed: ${failedSteps.join(', ')}\n` : '\n');
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
