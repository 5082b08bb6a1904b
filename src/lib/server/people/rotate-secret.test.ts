import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { type Database } from '../store/database.ts';
import { keepBadge, makeBadge, sessionKeyOf } from './badges.ts';
import { opensDatabase, putSecret, rotateSecret, type RotationStep, settleRotation } from './rotate-secret.ts';
import { joinSecret, splitSecret } from './secret-halves.ts';
import { openServerSecret } from './server-secret.ts';

const STAFF = 'staff-101';
let folder: string;
let db: Database;
let key: string;
const file = () => join(folder, 'secret');

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'rotate-'));
	db = await openDemoDatabase();
	const made = await makeBadge();
	key = made.privateKey;
	await db
		.insertInto('badges')
		.values({ staff: STAFF, badge: made.badge, digits: null, private_key: null, wrapped: null })
		.execute();
	await keepBadge(db, openServerSecret(file()), STAFF, made);
});
afterEach(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

const opened = () => sessionKeyOf(db, openServerSecret(file()), STAFF);

describe('another secret of the server', () => {
	it('N201 opens what the old one sealed, which opens nothing any more, and is its user’s only', async () => {
		const old = readFileSync(file());
		await rotateSecret(db, file());
		expect(readFileSync(file()).equals(old)).toBe(false);
		expect(await opened()).toBe(key);
		expect([await opensDatabase(db, old), await opensDatabase(db, readFileSync(file()))]).toEqual([false, true]);
		if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600);
		await rotateSecret(db, file());
		expect(await opened()).toBe(key);
	});

	it.each(['begun', 'written', 'sealed', 'committed', 'renamed'] satisfies RotationStep[])(
		'N201 a kill when it is %s leaves one secret that opens all, and nothing of the other',
		async (end) => {
			const killed = (step: RotationStep) => {
				if (step === end) throw new Error('killed');
			};
			await expect(rotateSecret(db, file(), killed)).rejects.toThrow('killed');
			await settleRotation(db, file());
			expect(await opened()).toBe(key);
			expect(existsSync(`${file()}.next`)).toBe(false);
			await rotateSecret(db, file());
			expect(await opened()).toBe(key);
		}
	);

	it('N201 what a lost secret sealed stays as it is, and holds nothing up', async () => {
		await db
			.updateTable('people')
			.set({ pin_key: 'A'.repeat(80) })
			.where('id', '=', 'staff-102')
			.execute();
		await rotateSecret(db, file());
		expect(await opened()).toBe(key);
		const row = await db.selectFrom('people').select('pin_key').where('id', '=', 'staff-102').executeTakeFirst();
		expect(row?.pin_key).toBe('A'.repeat(80));
	});
});

describe('two parts of the secret', () => {
	it('N200 give it back together; one alone, or those of two pairs, give nothing', async () => {
		const secret = readFileSync(file());
		const [one, other] = splitSecret(secret);
		expect(joinSecret(one, other)!.equals(secret)).toBe(true);
		expect(joinSecret(other, one)!.equals(secret)).toBe(true);
		expect(joinSecret(one, one)).toBeNull();
		expect(joinSecret(one, splitSecret(secret)[1])).toBeNull();
		writeFileSync(file(), Buffer.alloc(32));
		expect(await opened()).toBeUndefined();
		putSecret(file(), joinSecret(one, other)!);
		expect(await opened()).toBe(key);
	});

	it('N200 are others each time, and neither tells the secret', () => {
		const secret = readFileSync(file());
		const parts = [splitSecret(secret), splitSecret(secret)].flat();
		expect(new Set(parts.map(({ bits }) => bits)).size).toBe(4);
		for (const { bits } of parts) expect(bits.toString(16)).not.toContain(secret.toString('hex').slice(0, 8));
	});
});
