import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from '../store/database.ts';
import { saveMeta } from '../store/counted-writes.ts';
import { transact } from '../store/transact.ts';
import { secretOf } from './server-secret.ts';

/** Where a rotation is: tests end it at each. */
export type RotationStep = 'begun' | 'written' | 'sealed' | 'committed' | 'renamed';

const nextOf = (file: string): string => `${file}.next`;
const OWNER_ONLY = 0o600;

/** Tells secrets apart and says nothing of them. */
export const secretId = (secret: Buffer): string =>
	Buffer.from(hkdfSync('sha256', secret, '', 'tereze/secret-id/1', 16)).toString('hex');

/**
 * Gives the server another secret and seals with it what lay sealed by the old one. A kill at any moment leaves either secret whole: the new
 * one is on the disk before it seals anything, the database says in the same transaction by which of the two it is sealed, and
 * `settleRotation` takes that one. The server must not be running.
 * @param file of the secret, outside the database
 */
export async function rotateSecret(
	db: Database,
	file: string,
	reached: (step: RotationStep) => void = () => undefined
): Promise<void> {
	await settleRotation(db, file);
	const old = readFileSync(file);
	const next = randomBytes(old.length);
	reached('begun');
	writeDurably(nextOf(file), next);
	reached('written');
	await transact(db, async (tx) => {
		await sealAgain(tx, old, next);
		// Whoever holds the old secret can prove that this one followed it.
		const link = createHmac('sha256', old).update(secretId(next)).digest('hex');
		await saveMeta(tx, 'secretId', secretId(next));
		await saveMeta(tx, 'secretLink', link);
		reached('sealed');
	});
	reached('committed');
	takeNext(file);
	reached('renamed');
}

/** Ends a rotation that was cut off: with the new secret where the database is sealed by it, else without. */
export async function settleRotation(db: Database, file: string): Promise<void> {
	const next = nextOf(file);
	if (!existsSync(next)) return;
	const id = await db.selectFrom('meta').select('value').where('key', '=', 'secretId').executeTakeFirst();
	if (id?.value === secretId(readFileSync(next))) takeNext(file);
	else rmSync(next);
}

/** Whether something lies sealed here, and this secret opens it. Null: nothing lies sealed. */
export async function opensDatabase(db: Database, secret: Buffer): Promise<boolean | null> {
	const rows = await sealedValues(db);
	if (rows.length === 0) return null;
	const { open } = secretOf(secret);
	return rows.some(({ about, sealed }) => open(about, sealed) !== null);
}

/** Puts a secret in its place, on the disk before anything is answered. */
export function putSecret(file: string, secret: Buffer): void {
	writeDurably(nextOf(file), secret);
	takeNext(file);
}

type Sealed = {
	table: 'badges' | 'people';
	column: 'digits' | 'private_key' | 'pin_key';
	staff: string;
	about: string;
	sealed: string;
};

async function sealedValues(db: Database): Promise<Sealed[]> {
	const badges = await db.selectFrom('badges').select(['staff', 'digits', 'private_key']).execute();
	const people = await db.selectFrom('people').select(['id', 'pin_key']).where('pin_key', 'is not', null).execute();
	const all: (Omit<Sealed, 'sealed'> & { sealed: string | null })[] = [
		...badges.flatMap(({ staff, digits, private_key }) => [
			{ table: 'badges' as const, column: 'digits' as const, staff, about: `badge digits ${staff}`, sealed: digits },
			{
				table: 'badges' as const,
				column: 'private_key' as const,
				staff,
				about: `badge key ${staff}`,
				sealed: private_key
			}
		]),
		...people.map(({ id, pin_key }) => ({
			table: 'people' as const,
			column: 'pin_key' as const,
			staff: id,
			about: `pin ${id}`,
			sealed: pin_key
		}))
	];
	return all.flatMap((each) => (each.sealed === null ? [] : [{ ...each, sealed: each.sealed }]));
}

/** What the old one does not open was sealed by a secret that is lost: it stays, and opens nothing, as before. */
async function sealAgain(tx: Database, old: Buffer, next: Buffer): Promise<void> {
	const [before, after] = [secretOf(old), secretOf(next)];
	for (const { table, column, staff, about, sealed } of await sealedValues(tx)) {
		const text = before.open(about, sealed);
		if (text === null) continue;
		const again = { [column]: after.seal(about, text) };
		if (table === 'badges') await tx.updateTable('badges').set(again).where('staff', '=', staff).execute();
		else await tx.updateTable('people').set(again).where('id', '=', staff).execute();
	}
}

function writeDurably(file: string, bytes: Buffer): void {
	rmSync(file, { force: true });
	const handle = openSync(file, 'wx', OWNER_ONLY);
	try {
		writeSync(handle, bytes);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

function takeNext(file: string): void {
	renameSync(nextOf(file), file);
	if (process.platform === 'win32') return;
	const folder = openSync(dirname(file), 'r');
	try {
		fsyncSync(folder);
	} finally {
		closeSync(folder);
	}
}
