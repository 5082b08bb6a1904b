import { sql } from 'kysely';
import pg from 'pg';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import type { Database } from './database.ts';
import { isPostgres } from './engine.ts';

type Told = { what: News['what']; orgs: Iterable<OrgId> };

const CHANNEL = 'tereze_news';
/** PostgreSQL carries 8,000 bytes at once; whoever concerns more orgs than fit concerns all. */
const MOST_CHARACTERS = 7000;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5000;
/** A connection that was cut says nothing: it is asked so often whether it is there. */
const PROBE_EVERY_MS = 15_000;
const PROBE_MS = 5000;

/**
 * What another process on this database has changed: it put facts into streams of these orgs, or gave their people other PINs and
 * passwords. Null: perhaps of any.
 */
export type News = { what: 'facts' | 'people'; orgs: readonly OrgId[] | null };

/**
 * Says to the other processes on this database that there is something for these orgs. In a transaction it is heard when that is
 * committed, and never else. With SQLite there are no others.
 * @param self which process says it: it does not hear its own
 */
export async function tellOthers(db: Database, self: string, { what, orgs }: Told): Promise<void> {
	if (!isPostgres(db)) return;
	const names = [...new Set(orgs)].join(' ');
	const news = [self, what, names.length > MOST_CHARACTERS ? '*' : names].join(' ');
	await sql`select pg_notify(${CHANNEL}, ${news})`.execute(db);
}

/**
 * Listens to the other processes, on a connection of its own. A connection that was lost is made anew; what was said meanwhile may have
 * been missed, so then, as at the first, anything may have changed.
 * @returns a function that ends it
 */
export function listenToOthers(url: string, self: string, heard: (news: News) => void): () => void {
	let client: pg.Client | undefined;
	let timer: NodeJS.Timeout | undefined;
	let ended = false;
	let wait = FIRST_WAIT_MS;

	const connect = async (): Promise<void> => {
		const own = new pg.Client({
			connectionString: url,
			application_name: 'tereze news',
			connectionTimeoutMillis: PROBE_MS,
			query_timeout: PROBE_MS
		});
		client = own;
		let probing: NodeJS.Timeout | undefined;
		const lost = () => {
			clearInterval(probing);
			own.removeAllListeners('end');
			own.on('error', () => undefined);
			void own.end().catch(() => undefined);
			if (!ended && client === own) later();
		};
		own.once('error', lost).once('end', lost);
		own.on('notification', ({ payload }) => hear(payload ?? '', self, heard));
		try {
			await own.connect();
			await own.query(`listen ${CHANNEL}`);
			wait = FIRST_WAIT_MS;
			probing = setInterval(() => void own.query('select 1').catch(lost), PROBE_EVERY_MS).unref();
			heard({ what: 'people', orgs: null });
		} catch {
			lost();
		}
	};
	const later = (): void => {
		client = undefined;
		timer = setTimeout(() => void connect(), wait);
		wait = Math.min(2 * wait, LONGEST_WAIT_MS);
	};
	void connect();
	return () => {
		ended = true;
		clearTimeout(timer);
		void client?.end().catch(() => undefined);
	};
}

function hear(payload: string, self: string, heard: (news: News) => void): void {
	const [from, what, ...orgs] = payload.split(' ');
	if (from === self || (what !== 'facts' && what !== 'people')) return;
	heard({ what, orgs: orgs.includes('*') ? null : (orgs.filter((org) => org !== '') as OrgId[]) });
}
