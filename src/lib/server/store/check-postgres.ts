import { sql } from 'kysely';
import type { Database } from './database.ts';

const OLDEST = 15;

/** What the operator can mend, in one sentence without the password; the cause is kept. */
export class DatabaseUnusable extends RangeError {}

/**
 * Refuses what would fail later: an old version, a standby, an encoding that cannot hold Kazakh.
 * @throws DatabaseUnusable
 */
export async function checkPostgres(db: Database, url: string): Promise<void> {
	const at = addressOf(url);
	try {
		const { rows } = await sql<{ version: string; standby: boolean; encoding: string }>`
			select current_setting('server_version_num') as version, pg_is_in_recovery() as standby,
				current_setting('server_encoding') as encoding`.execute(db);
		const { version, standby, encoding } = rows[0]!;
		const major = Math.floor(Number(version) / 10_000);
		if (major < OLDEST) throw new DatabaseUnusable(`${at} is PostgreSQL ${major}; ${OLDEST} or newer is needed.`);
		if (standby)
			throw new DatabaseUnusable(
				`${at} is a standby, which cannot be written to: name the primary, or the proxy that finds it, in DATABASE_URL.`
			);
		if (encoding !== 'UTF8')
			throw new DatabaseUnusable(`The database at ${at} has the encoding ${encoding}: create it anew with UTF8.`);
	} catch (error) {
		throw unusable(error, at);
	}
}

/** By PostgreSQL's codes (appendix A of its manual) and those of the system; what is not known stays as it is. */
function unusable(error: unknown, at: string): unknown {
	const code = (error as { code?: unknown }).code;
	const why = typeof code === 'string' ? REASONS[code] : undefined;
	return why === undefined ? error : new DatabaseUnusable(`${at} ${why}`, { cause: error });
}

const NOT_THERE = 'does not answer: start PostgreSQL there, or mend DATABASE_URL.';
const NOT_LET_IN = 'does not take the name and password in DATABASE_URL.';
const REASONS: Readonly<Record<string, string>> = {
	...{
		ECONNREFUSED: NOT_THERE,
		ENOTFOUND: NOT_THERE,
		EHOSTUNREACH: NOT_THERE,
		ETIMEDOUT: NOT_THERE,
		ENOENT: NOT_THERE
	},
	...{ '28P01': NOT_LET_IN, '28000': NOT_LET_IN },
	'3D000': 'has no such database: create it with createdb, with the encoding UTF8.',
	'53300': 'takes no more connections: lower DATABASE_POOL, or raise max_connections there.',
	'57P03': 'is starting or stopping: try again in a moment.'
};

/** Host, port and database, without who comes and by which password. */
function addressOf(url: string): string {
	const { host, pathname } = new URL(url);
	return `${host || 'this machine'}${pathname}`;
}
