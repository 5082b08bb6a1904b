import { createHash, generateKeyPairSync, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '#lib/server/store/database.ts';
import { type DatabasePlace, withDatabase } from '#lib/server/store/engine.ts';
import type { DeviceOnServer } from './node/device-client.ts';
import { enrolDevice } from '#tests/support/enrol-device.ts';
import { staffOf } from './facts/staff-of.ts';
import { pieces } from './facts/work-of-a-day.ts';

const PROJECTED_WITHIN_MS = 600_000;
const WATCHED_MS = 5000;
const POLL_MS = 50;
/** SQLite takes 32,766 values with a statement, PostgreSQL twice as many. */
const INSERTED_AT_ONCE = 1000;

/** In which the days of a Center and its body are written. */
const ROLES = ['centerInspector', 'accumulationInspector', 'chancery', 'head', 'executor'];

type OnServer = { base: string; database: DatabasePlace };

/**
 * Puts devices of any org on the server's list, each with a key. The demonstration has people of one Center and one body only, and
 * enrolling is not what is measured: one device is enrolled as all are, and with it the server records those that it finds beside it.
 */
export async function addDevices({ base, database }: OnServer, orgs: readonly string[]): Promise<DeviceOnServer[]> {
	const devices = await withDatabase(database, async (db) => {
		const person = await db.selectFrom('people').select('id').limit(1).executeTakeFirstOrThrow();
		const last = await db.selectFrom('devices').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst();
		await enterPeople(db, new Set(orgs));
		const made = orgs.map((org, nr) => {
			const token = randomBytes(32).toString('base64url');
			const journal = randomUUID();
			const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
			const secret = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url');
			const row = {
				...{ id: randomUUID(), number: (last?.number ?? 0) + nr + 1, journal, org, place: 'window', window: '2' },
				token_hash: createHash('sha256').update(token).digest('hex'),
				key: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
				...{ registered_by: person.id, registered_at: 0, revoked_at: null }
			};
			return { row, device: { journal, token, org, secret } };
		});
		for (const part of pieces(made, INSERTED_AT_ONCE))
			await db
				.insertInto('devices')
				.values(part.map(({ row }) => row))
				.execute();
		return made.map(({ device }) => device);
	});
	await enrolDevice(base);
	return devices;
}

/** The server judges what arrives by who may do it: whoever writes the facts has the right to. */
async function enterPeople(db: Database, orgs: ReadonlySet<string>): Promise<void> {
	await db
		.insertInto('orgs')
		.values([...orgs].map((id) => ({ id, windows: '[]', hours: '{}', slots: '{}' })))
		.onConflict((on) => on.doNothing())
		.execute();
	const people = [...orgs].flatMap((org) =>
		ROLES.map((role) => ({
			...{ id: staffOf(role, org), number: String(randomInt(1e11, 1e12)), org, window: null },
			...{ surname: 'Сынақ', given: 'Сынақ', patronymic: null, roles: JSON.stringify([role]), password: '', pin: null }
		}))
	);
	await db
		.insertInto('people')
		.values(people)
		.onConflict((on) => on.doNothing())
		.execute();
}

export type Held = { facts: number; applications: number; quarantined: number };

const count = async (db: Database, table: 'facts' | 'applications' | 'quarantine', journals?: readonly string[]) => {
	const all = db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('count'));
	const of = journals && table === 'facts' ? db.selectFrom('facts').where('journal', 'in', journals) : null;
	const { count } = await (
		of ? of.select((eb) => eb.fn.countAll<number>().as('count')) : all
	).executeTakeFirstOrThrow();
	return Number(count);
};

/** How much an org has to read. */
export const streamOf = (database: DatabasePlace, org: string): Promise<number> =>
	withDatabase(database, async (db) => {
		const head = db.selectFrom('stream_heads').select('position').where('org', '=', org);
		return (await head.executeTakeFirst())?.position ?? 0;
	});

/** What the server holds, of some journals or of all, read from its database. */
export const heldBy = (database: DatabasePlace, journals?: readonly string[]): Promise<Held> =>
	withDatabase(database, async (db) => ({
		facts: await count(db, 'facts', journals),
		applications: await count(db, 'applications'),
		quarantined: await count(db, 'quarantine')
	}));

/** Resolves when all that the server took is in its rows for search: it makes them after the commit. */
export async function projected(database: DatabasePlace): Promise<void> {
	const from = performance.now();
	for (;;) {
		const { last, through } = await projection(database);
		if (through >= last) return;
		if (performance.now() - from > PROJECTED_WITHIN_MS) throw new Error('The rows for search are not made');
		await wait(POLL_MS);
	}
}

/** Facts a second that the rows for search take up when nothing else is to be done, watched for a few seconds at most. */
export async function projectedPerSecond(database: DatabasePlace): Promise<number> {
	const from = performance.now();
	const begun = (await projection(database)).through;
	for (;;) {
		const { last, through } = await projection(database);
		const ms = performance.now() - from;
		if (through === last || ms > WATCHED_MS) return ((through - begun) / ms) * 1000;
		await wait(POLL_MS);
	}
}

/** Numbers of arrival: of the newest fact, and of the last that the rows for search have. */
const projection = (database: DatabasePlace): Promise<{ last: number; through: number }> =>
	withDatabase(database, async (db) => {
		const last = await db.selectFrom('facts').select('nr').orderBy('nr', 'desc').limit(1).executeTakeFirst();
		const through = await db.selectFrom('meta').select('value').where('key', '=', 'projected').executeTakeFirst();
		return { last: last?.nr ?? 0, through: Number(through?.value ?? 0) };
	});

/** A figure of something that did not happen is worth nothing. */
export function assertEqual(what: string, found: number, expected: number): void {
	if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`);
}
