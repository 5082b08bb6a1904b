import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeVariedDatabase } from '#tests/support/a-varied-database.ts';
import { foundNames } from '#tests/support/found-names.ts';
import { type Row, tamperWith } from '#tests/support/tampered-rows.ts';
import { PROVEN } from './proven-columns.ts';
import { verifyDatabase } from './verify-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'tereze-verify-'));
const file = join(folder, 'tereze.db');
let hand: ReturnType<typeof tamperWith>;

beforeAll(async () => {
	await writeVariedDatabase(file);
	hand = tamperWith(file);
});
afterAll(() => {
	hand.close();
	rmSync(folder, { recursive: true });
});

const found = () => verifyDatabase(file)!.findings.first;

/** Rows that nothing else names: a text without a place, and in quarantine one that no place holds or that became a fact. */
function isUnnamed(table: string, row: Row): boolean {
	if (table === 'entries') return row['in_chain'] === 0;
	if (table !== 'quarantine') return false;
	const ids = new Set(hand.rows('facts').map(({ id }) => id));
	return !hand.rows('entries').some(({ hash, fact_id }) => hash === row['hash'] && !ids.has(fact_id!));
}

describe('npm run verify-journal, whole rows', () => {
	it.each(Object.keys(PROVEN))('S173 a row that is missing in %s is found', (table) => {
		const named = hand.rows(table).filter((row) => !isUnnamed(table, row));
		expect(named.length).toBeGreaterThan(1);
		for (const row of named) {
			const putBack = hand.remove(table, row);
			const findings = found();
			putBack();
			expect(foundNames(findings, table, row), JSON.stringify([row, findings]).slice(0, 900)).toBe(true);
		}
		expect(found()).toEqual([]);
	});

	it('S173 a row too many is found', () => {
		const [fact, place, item, device] = (['facts', 'entries', 'quarantine', 'devices'] as const).map(
			(table) => hand.rows(table)[0]!
		);
		const strays: Record<keyof typeof PROVEN, Row> = {
			journals: { journal: 'J99', device: null, org: 'center-04', held: 0, held_hash: '', highest: 0 },
			facts: { ...fact, nr: 99_999, id: 'another', in_chain: 0 },
			entries: { ...place, hash: 'f'.repeat(64), in_chain: 0 },
			devices: { ...device, id: 'unsaid', number: 999, journal: 'J98', token_hash: 'x' },
			law_facts: { nr: 1 },
			staffing_facts: { org: 'center-04', nr: 1 },
			registry_facts: { nr: 1 },
			fact_applications: { application: '1000070009912345', nr: 1 },
			fact_personal: { nr: 99_999, salt: 's', text: '{}' },
			stream_entries: { org: 'body-99', position: 1, hash: 'f'.repeat(64), nr: 1 },
			stream_heads: { org: 'body-99', position: 1, hash: 'f'.repeat(64) },
			quarantine: { ...item, hash: 'f'.repeat(64), text: 'never sent' }
		};
		for (const [table, row] of Object.entries(strays)) {
			const putBack = hand.insert(table, row);
			const findings = found();
			putBack();
			expect(foundNames(findings, table, row), `${table}: ${JSON.stringify(findings)}`).toBe(true);
		}
		expect(found()).toEqual([]);
	});
});
