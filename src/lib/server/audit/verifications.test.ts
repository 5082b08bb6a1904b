import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { writeVariedDatabase } from '#tests/support/a-varied-database.ts';
import { openEmptyDatabase } from '#tests/support/people-database.ts';
import { tamperWith } from '#tests/support/tampered-rows.ts';
import { type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { foldRegistry } from '#lib/domain/registry/registry.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import { ALMATY, instantOf } from '#lib/domain/time/zone.ts';
import { type VerificationResult } from '#lib/protocol/verification-messages.ts';
import { type Database } from '../store/database.ts';
import { runVerifier } from './run-verifier.ts';
import { faultIn, toldVerifications } from './told-verifications.ts';
import { createVerifications, MOST_MS } from './verifications.ts';

const folder = mkdtempSync(join(tmpdir(), 'verifications-'));
afterAll(() => rmSync(folder, { recursive: true }));

const day = (date: number, hour: number): number => instantOf(`2026-11-${date}` as PlainDate, hour * 60, ALMATY);
const AUDITOR = { staff: 'staff-9' as StaffId, role: 'auditor' } as const;
const PROVEN: VerificationResult = { facts: 7, journals: 2, streams: 1, found: 0, findings: [] };
const FAULT: VerificationResult = {
	...PROVEN,
	found: 1,
	findings: [{ table: 'fact_applications', key: '1007000042731404 7', what: 'noFact' }]
};

let db: Database;
let now: number;
beforeEach(async () => {
	db = await openEmptyDatabase();
	now = day(23, 12);
});

const aVerifier = (answer: VerificationResult | null | Promise<VerificationResult> = PROVEN) =>
	createVerifications(db, {
		verify: () => Promise.resolve(answer),
		now: () => now,
		failed: (error) => {
			throw error;
		}
	});
const outcomes = async (): Promise<string[]> =>
	(await (await aVerifier()).last()).map(({ outcome }) => outcome).reverse();

describe('the verifier on the server', () => {
	it('I153 keeps what was found, when, and who began it', async () => {
		const verifier = await aVerifier(FAULT);
		expect(await verifier.start(AUDITOR)).toBe(true);
		await verifier.ended();
		const [run] = await verifier.last();
		expect(run).toMatchObject({ started_by: 'staff-9', role: 'auditor', started_at: now, outcome: 'found' });
		expect(JSON.parse(run!.result!)).toEqual(FAULT);
	});

	it('I153 runs once at a time', async () => {
		const { promise, resolve } = Promise.withResolvers<VerificationResult>();
		const verifier = await aVerifier(promise);
		expect([await verifier.start(AUDITOR), await verifier.start(null)]).toEqual([true, false]);
		resolve(PROVEN);
		await verifier.ended();
		expect(await verifier.start(null)).toBe(true);
		await verifier.ended();
	});

	it('I153 a run that the server’s end cut off is told as interrupted, one that came to no end as failed', async () => {
		const { promise } = Promise.withResolvers<VerificationResult>();
		const first = await aVerifier(promise);
		await first.start(AUDITOR);
		while ((await first.last()).length === 0);
		first.stop();
		// Of another process of a shared database it may still be under way until no run takes so long.
		now += MOST_MS;
		const second = await aVerifier(null);
		await second.start(null);
		await second.ended();
		expect(await outcomes()).toEqual(['interrupted', 'failed']);
	});

	it('I153 begins by itself once a night, and by day where two nights had none', async () => {
		const verifier = await aVerifier();
		const at = async (time: number): Promise<number> => {
			now = time;
			await verifier.startIfDue();
			await verifier.ended();
			return (await verifier.last()).length;
		};
		expect(await at(day(23, 12))).toBe(0);
		expect(await at(day(24, 2))).toBe(1);
		expect(await at(day(24, 4))).toBe(1);
		expect(await at(day(25, 2))).toBe(2);
		expect(await at(day(26, 12))).toBe(2);
		expect(await at(day(27, 12))).toBe(3);
	});

	it('I154 the place of a fault may name another org’s application: only the authority reads it', async () => {
		const verifier = await aVerifier(FAULT);
		await verifier.start(AUDITOR);
		await verifier.ended();
		const rows = await verifier.last();
		const told = { registry: foldRegistry([]), orgs: ['center-04' as OrgId] };
		expect(JSON.stringify(toldVerifications(rows, { ...told, role: 'auditor' }))).not.toContain('1007');
		expect(JSON.stringify(toldVerifications(rows, { ...told, role: 'authorityAdmin' }))).toContain('1007');
	});

	it('I154 the last run that came to an end tells whether there is a fault', async () => {
		const first = await aVerifier(FAULT);
		await first.start(null);
		await first.ended();
		expect(faultIn(await first.last())).toEqual({ at: now, found: 1 });
		const cut = await aVerifier(null);
		await cut.start(null);
		await cut.ended();
		expect(faultIn(await cut.last())).toEqual({ at: now, found: 1 });
		const mended = await aVerifier(PROVEN);
		await mended.start(null);
		await mended.ended();
		expect(faultIn(await mended.last())).toBeNull();
	});

	it('I153 proves in a process of its own, and finds one changed byte', async () => {
		const file = join(folder, 'tereze.db');
		await writeVariedDatabase(file);
		const { signal } = new AbortController();
		const first = await runVerifier(file, process.cwd(), signal);
		expect(first).toMatchObject({ found: 0 });
		expect(first!.facts).toBeGreaterThan(10);
		const hand = tamperWith(file);
		hand.run("update facts set hash = replace(hash, substr(hash, 1, 1), 'z') where nr = (select min(nr) from facts)");
		hand.close();
		expect((await runVerifier(file, process.cwd(), signal))!.found).toBeGreaterThan(0);
		expect(await runVerifier(join(folder, 'nothing.db'), process.cwd(), signal)).toBeNull();
	});
});
