import { stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import * as v from 'valibot';
import { type Instant } from '#lib/domain/fact/ids.ts';
import { VerificationResultSchema } from '#lib/protocol/verification-messages.ts';
import { type Database } from '../store/database.ts';
import { isPostgres } from '../store/engine.ts';
import { readLastBackup } from './last-backup.ts';

export type KeepingFigures = {
	quarantined: number;
	/** How long the oldest text in quarantine has been there, ms. */
	quarantinedFor: number;
	/** When the last run of the verifier that came to an end ended, and how many places did not fit; null where none did. */
	verified: { at: Instant; found: number } | null;
	backup: { at: Instant | null; provenAt: Instant | null };
	/** Of the disk with the folder of the data. */
	disk: { free: number; size: number };
	/** Of the database with its log. */
	databaseBytes: number;
};

/** How what the server keeps is kept: in proof, in copies, on a disk with room. */
export async function keepingFigures(db: Database, dataDir: string, now: Instant): Promise<KeepingFigures> {
	const quarantine = await db
		.selectFrom('quarantine')
		.where('state', '=', 'open')
		.select(({ fn }) => [fn.countAll().as('count'), fn.min('at').as('first')])
		.executeTakeFirstOrThrow();
	return {
		quarantined: Number(quarantine.count),
		quarantinedFor: quarantine.first === null ? 0 : now - Number(quarantine.first),
		verified: await lastVerified(db),
		backup: readLastBackup(dataDir),
		disk: await diskOf(dataDir),
		databaseBytes: await databaseBytes(db, dataDir)
	};
}

/** What the last run of the verifier that came to an end found. */
export async function lastVerified(db: Database): Promise<KeepingFigures['verified']> {
	const row = await db
		.selectFrom('verifications')
		.where('result', 'is not', null)
		.select(['ended_at', 'result'])
		.orderBy('nr', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (!row) return null;
	const { found } = v.parse(VerificationResultSchema, JSON.parse(row.result!));
	return { at: Number(row.ended_at), found };
}

/** Nothing where there is no such folder: nothing can be written there. */
const diskOf = (folder: string): Promise<KeepingFigures['disk']> =>
	statfs(folder).then(
		({ bavail, blocks, bsize }) => ({ free: bavail * bsize, size: blocks * bsize }),
		() => ({ free: 0, size: 0 })
	);

async function databaseBytes(db: Database, dataDir: string): Promise<number> {
	if (isPostgres(db)) {
		const { rows } = await sql<{ size: string }>`select pg_database_size(current_database()) as size`.execute(db);
		return Number(rows[0]?.size ?? 0);
	}
	const sizes = await Promise.all(['tereze.db', 'tereze.db-wal'].map((name) => sizeOf(join(dataDir, name))));
	return sizes.reduce((sum, size) => sum + size, 0);
}

const sizeOf = (file: string): Promise<number> =>
	stat(file).then(
		({ size }) => size,
		() => 0
	);
