import { type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { fromPostgres, toPostgres } from './postgres-text.ts';

/** Types of PostgreSQL's catalogue (`pg_type.oid`). */
const INT8 = 20;
const TEXT = 25;
const NUMERIC = 1700;

/** A connection that cannot be made in this time is a server that is not there. */
const CONNECT_MS = 10_000;
/** Nothing here works so long: what does hangs, and holds others up. A server that is cut off says nothing at all, so the client counts, too. */
const STATEMENT_MS = 60_000;
/** Another process that holds the lock so long will lose it; whoever waits says so in time, and is asked again. */
const LOCK_MS = 20_000;
/** A transaction of a process that was frozen in it must not keep the lock of all others. */
const IDLE_IN_TRANSACTION_MS = 15_000;
/**
 * A plan is kept with its statement, from when the table was empty and reading all of it was cheapest. Everything here is asked for by an
 * index, so that plan is never the better one.
 */
const PLANS = '-c enable_seqscan=off';
const NAMED_STATEMENTS = 500;

/**
 * A pool of connections to PostgreSQL as Kysely wants it. Numbers of 64 bits come as numbers: none that is written is larger than
 * JavaScript can hold.
 * @param url `postgres://person:password@host:port/database`
 * @param failed an idle connection was lost; the next query makes a new one
 */
export function openPostgres(url: string, size: number, failed: (error: Error) => void): PostgresPool {
	const pool = new pg.Pool({
		connectionString: url,
		max: size,
		connectionTimeoutMillis: CONNECT_MS,
		statement_timeout: STATEMENT_MS,
		query_timeout: STATEMENT_MS + CONNECT_MS,
		lock_timeout: LOCK_MS,
		keepAlive: true,
		idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
		application_name: 'tereze',
		options: PLANS,
		types: { getTypeParser: (oid: number) => parserOf(oid) }
	});
	pool.on('error', failed);
	// One that is cut while it is in use is nobody's in the pool: its next query fails, and an error that nobody listens to would be a fault.
	pool.on('connect', (client) => void client.on('error', () => undefined));
	const named = createNames();
	const connect = async (): Promise<PostgresPoolClient> => {
		const client = await pool.connect();
		const query = (text: string, values: readonly unknown[]) =>
			client.query({ ...named(text), values: values.map(valueOf) });
		return {
			query: query as unknown as PostgresPoolClient['query'],
			release: (destroy) => client.release(destroy)
		};
	};
	return { options: pool.options, connect, end: () => pool.end() };
}

/** A statement with a name is parsed once for each connection. The bulk statements come in few sizes; what comes after so many has none. */
function createNames(): (text: string) => { text: string; name?: string } {
	const names = new Map<string, string>();
	return (text) => {
		const name = names.get(text) ?? (names.size < NAMED_STATEMENTS ? `s${names.size}` : undefined);
		if (name === undefined) return { text };
		names.set(text, name);
		return { text, name };
	};
}

const valueOf = (value: unknown): unknown => (typeof value === 'string' ? toPostgres(value) : value);

function parserOf(oid: number): (text: string) => unknown {
	if (oid === INT8 || oid === NUMERIC) return Number;
	if (oid === TEXT) return fromPostgres;
	return pg.types.getTypeParser(oid) as (text: string) => unknown;
}
