import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmptyDatabase } from '#tests/support/people-database.ts';
import { GET } from '../../../routes/api/metrics/+server.ts';
import { type Database } from '../store/database.ts';
import { syncServerOf } from '../sync/sync-server.ts';

const docs = join(import.meta.dirname, '../../../../docs');
const folder = mkdtempSync(join(tmpdir(), 'tereze-metrics-'));
let db: Database;
let told: Set<string>;

beforeAll(async () => {
	db = await openEmptyDatabase();
	await syncServerOf(db, folder);
	const request = new Request('http://localhost/api/metrics');
	const ask = GET as unknown as (event: object) => Promise<Response>;
	const text = await (await ask({ request, locals: { db }, getClientAddress: () => '127.0.0.1' })).text();
	told = new Set([...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name!));
});
afterAll(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

/** The metrics that a document names; of a histogram the rows that it has, too. */
const namedIn = (file: string): string[] =>
	[...readFileSync(join(docs, file), 'utf8').matchAll(/\b(?:tereze|process|nodejs)_[a-z0-9_]+\b/g)].map(([name]) =>
		told.has(name) ? name : name.replace(/_(?:bucket|sum|count)$/, '')
	);

describe('what the documents say of metrics', () => {
	it.each(['operate.md', 'deploy/alerts.yml'])('N310 each metric that %s names is told by a server', (file) => {
		const named = namedIn(file);
		expect(named.length).toBeGreaterThan(10);
		expect(named.filter((name) => !told.has(name))).toEqual([]);
	});

	it('N310 each metric of ours is in the operator’s document, with when to be alarmed', () => {
		const named = new Set(namedIn('operate.md'));
		expect([...told].filter((name) => name.startsWith('tereze_') && !named.has(name))).toEqual([]);
	});
});
