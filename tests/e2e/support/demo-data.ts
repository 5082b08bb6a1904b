import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const FILES = ['tereze.db', 'epoch'];
const KEPT = join(import.meta.dirname, '../../../test-results/e2e-demo');

/** Keeps the data of a server that has ended, as each server of a test's own finds them. */
export function layDemoData(dataDir: string): void {
	mkdirSync(KEPT, { recursive: true });
	for (const file of FILES) cpSync(join(dataDir, file), join(KEPT, file));
}

/** The demonstration's people and nothing else. */
export function takeDemoData(dataDir: string): void {
	for (const file of FILES) cpSync(join(KEPT, file), join(dataDir, file));
}
