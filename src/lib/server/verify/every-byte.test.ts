import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeVariedDatabase } from '#tests/support/a-varied-database.ts';
import { foundNames } from '#tests/support/found-names.ts';
import { changed, type Row, tamperWith } from '#tests/support/tampered-rows.ts';
import { type Finding } from './finding.ts';
import { NOT_PROVEN, PROVEN } from './proven-columns.ts';
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

const found = (): Finding[] => verifyDatabase(file)!.findings.first;

const told = (column: string, row: Row, findings: readonly Finding[]): string =>
	`${column} of ${JSON.stringify(row).slice(0, 400)}: ${JSON.stringify(findings)}`;

/** Their first texts are no facts of theirs: one repeats another journal's, one is of another org. */
const BEGUN_WITHOUT = ['J5', 'J6'];

/** What nothing proves, as the list of proven columns says. */
function isExcepted(table: string, column: string, row: Row): boolean {
	if (table === 'journals') return column === 'org' && BEGUN_WITHOUT.includes(String(row['journal']));
	if (table === 'entries') return column === 'fact_id' && row['text'] === '';
	if (table !== 'quarantine') return false;
	if (row['text'] === '') return column !== 'hash';
	if (column === 'journal') return row['cause'] === 'journal';
	return (column === 'salt' || column === 'personal') && row[column] !== null && row['cause'] === 'body';
}

describe('npm run verify-journal, one byte', () => {
	it('S170 proves all that the receiver wrote', () => {
		const { findings, facts, journals, streams } = verifyDatabase(file)!;
		expect(findings.first).toEqual([]);
		expect(facts).toBeGreaterThan(25);
		expect([journals, streams]).toEqual([8, 3]);
		for (const table of Object.keys(PROVEN)) expect(hand.rows(table).length, table).toBeGreaterThan(1);
	});

	it.each(Object.entries(PROVEN))('S171 changed in any row of %s is found, with its place', (table, columns) => {
		for (const column of columns)
			for (const row of hand.rows(table)) {
				if (isExcepted(table, column, row)) continue;
				const [near, far] = [changed(row[column]!), changed(row[column]!, true)];
				const isNear = hand.change(table, row, column, near);
				const putBack = isNear ?? hand.change(table, row, column, far)!;
				const findings = found();
				putBack();
				const next = { ...row, [column]: isNear ? near : far };
				expect(foundNames(findings, table, row, next), told(column, row, findings)).toBe(true);
			}
		expect(found()).toEqual([]);
	});

	it('S172 each column of the database is proven, or listed with the reason why not', () => {
		const open = hand.tables().flatMap((table) => {
			const reasons = NOT_PROVEN[table];
			if (typeof reasons === 'string') return [];
			const proven: readonly string[] = Object.hasOwn(PROVEN, table) ? PROVEN[table as keyof typeof PROVEN] : [];
			return hand
				.columnsOf(table)
				.filter((column) => Number(proven.includes(column)) + Number(reasons?.[column] !== undefined) !== 1)
				.map((column) => `${table}.${column}`);
		});
		expect(open).toEqual([]);
		expect(Object.keys({ ...PROVEN, ...NOT_PROVEN }).toSorted()).toEqual(hand.tables());
	});
});
