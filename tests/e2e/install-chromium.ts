import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from './find-chromium.ts';

const PLAYWRIGHT = join(import.meta.dirname, '../../node_modules/@playwright/test/cli.js');

/** Ways to get a browser where there is none, the least intrusive first. */
const WAYS: { command: string; args: string[]; rootOnly: boolean }[] = [
	{ command: process.execPath, args: [PLAYWRIGHT, 'install', 'chromium'], rootOnly: false },
	{ command: 'sh', args: ['-c', 'apt-get update && apt-get install -y chromium'], rootOnly: true }
];

/** @returns whether a Chromium is here, now */
export async function installChromium(): Promise<boolean> {
	for (const { command, args, rootOnly } of WAYS) {
		if (findChromium() !== undefined) break;
		if (rootOnly && process.getuid?.() !== 0) continue;
		process.stdout.write(`No Chromium yet: ${[command, ...args].join(' ')}\n`);
		await run(command, args);
	}
	const found = findChromium();
	process.stdout.write(found ?? 'No Chromium. Install one, or name one: CHROMIUM_PATH=/path/to/chromium npm test');
	process.stdout.write('\n');
	return found !== undefined;
}

const run = (command: string, args: string[]): Promise<void> =>
	new Promise((resolve) => {
		const child = spawn(command, args, { stdio: 'inherit' });
		child.once('error', () => resolve());
		child.once('exit', () => resolve());
	});
