/**
 * `npm test`: every check in order, live on the terminal; the last line is `N passed, N failed`.
 * A step that fails does not stop the next ones, except that nothing is driven in a browser without a build.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfChanged } from '../src/start/build-if-changed.ts';
import { installChromium } from './e2e/install-chromium.ts';
import { countPlaywright, countVitest, type Count } from './support/count-results.ts';
import { printContexts } from './support/print-contexts.ts';
import { changesOfTree, readTree } from './support/tree-state.ts';

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');
const bin = (path: string) => join(root, 'node_modules', path);

/** Node itself, so that every tool runs on the very Node that this script was started with. */
const node = (...args: string[]): Promise<boolean> =>
	new Promise((resolve, reject) => {
		const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
		const stop = () => child.kill();
		process.once('SIGTERM', stop).once('SIGINT', stop);
		child.once('error', reject);
		child.once('exit', (code) => {
			process.off('SIGTERM', stop).off('SIGINT', stop);
			resolve(code === 0);
		});
	});

const vitest = async (project: string): Promise<Count> => {
	const file = join(results, `${project}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const ok = await node(bin('vitest/vitest.mjs'), 'run', '--project', project, ...reporters);
	return countVitest(file, ok);
};

const check = async (...args: string[]): Promise<Count> => ({ passed: 0, failed: (await node(...args)) ? 0 : 1 });

let built = false;
const before = readTree(root);
const steps: [string, () => Promise<Count>][] = [
	['Chromium', async () => ({ passed: 0, failed: (await installChromium()) ? 0 : 1 })],
	['SvelteKit’s types', () => check(bin('@sveltejs/kit/svelte-kit.js'), 'sync')],
	['Lint', () => check(bin('eslint/bin/eslint.js'), '-c', '.config/eslint.config.js', '.')],
	[
		'Format',
		() =>
			check(
				bin('prettier/bin/prettier.cjs'),
				'--config',
				'.config/prettier.json',
				'--log-level',
				'warn',
				'--check',
				'src',
				'tests',
				'.config',
				'vite.config.ts',
				'svelte.config.js'
			)
	],
	['Types', () => check(bin('svelte-check/bin/svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings')],
	['Unit, contract and architecture tests', () => vitest('unit*')],
	['Simulation', () => vitest('simulation')],
	[
		'Build',
		async () => {
			built = await buildIfChanged(root);
			return { passed: 0, failed: built ? 0 : 1 };
		}
	],
	[
		'In the browser',
		async () => {
			if (!built) return { passed: 0, failed: 1 };
			const ok = await node(bin('@playwright/test/cli.js'), 'test', '--config', 'tests/e2e/playwright.config.ts');
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

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total = { passed: 0, failed: 0 };
const failedSteps: string[] = [];
for (const [name, step] of steps) {
	process.stdout.write(`\n── ${name}\n`);
	const from = performance.now();
	const count = await step();
	total.passed += count.passed;
	total.failed += count.failed;
	if (count.failed > 0) failedSteps.push(name);
	process.stdout.write(`   ${((performance.now() - from) / 1000).toFixed(1)} s\n`);
}
process.stdout.write(failedSteps.length > 0 ? `\nFailed: ${failedSteps.join(', ')}\n` : '\n');
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
