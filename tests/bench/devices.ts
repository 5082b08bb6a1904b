import { createHash, generateKeyPairSync, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { DeviceOnServer } from './node/device-client.ts';
import { staffOf } from './facts/staff-of.ts';

const PROJECTED_WITHIN_MS = 600_000;
const WATCHED_MS = 5000;
const POLL_MS = 50;

/** In which the days of a Center and its body are written. */
const ROLES = ['centerInspector', 'accumulationInspector', 'chancery', 'head', 'executor'];

type OnServer = { base: string; database: string };

/**
 * Puts devices of any org on the server's list, each with a key. The demonstration has people of one Center and one body only, and
 * enrolling is not what is measured: one device is enrolled as all are, and with it the server records those that it finds beside it.
 */
export async function addDevices({ base, database }: OnServer, orgs: readonly string[]): Promise<DeviceOnServer[]> {
	const db = new DatabaseSync(database, { timeout: 5000 });
	const person = db.prepare('select id from people limit 1').get() as { id: string };
	const last = db.prepare('select coalesce(max(number), 0) as number from devices').get() as { number: number };
	const addDevice = db.prepare(
		`insert into devices (id, number, journal, org, place, "window", token_hash, key, registered_by, registered_at)
		 values (?, ?, ?, ?, 'window', '2', ?, ?, ?, 0)`
	);
	enterPeople(db, new Set(orgs));
	const devices = orgs.map((org, nr): DeviceOnServer => {
		const token = randomBytes(32).toString('base64url');
		const journal = randomUUID();
		const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
		const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
		const hash = createHash('sha256').update(token).digest('hex');
		addDevice.run(randomUUID(), last.number + nr + 1, journal, org, hash, key, person.id);
		return { journal, token, org, secret: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url') };
	});
	db.close();
	await enrolOne(base);
	return devices;
}

/** The server judges what arrives by who may do it: whoever writes the facts has the right to. */
function enterPeople(db: DatabaseSync, orgs: ReadonlySet<string>): void {
	const addOrg = db.prepare("insert or ignore into orgs (id, windows, hours, slots) values (?, '[]', '{}', '{}')");
	for (const org of orgs) addOrg.run(org);
	const add = db.prepare(
		`insert or ignore into people (id, number, surname, given, roles, org, "window", password)
		 values (?, ?, 'Сынақ', 'Сынақ', ?, ?, null, '')`
	);
	for (const org of orgs)
		for (const role of ROLES) add.run(staffOf(role, org), String(randomInt(1e11, 1e12)), JSON.stringify([role]), org);
}

/** As a browser does it, with the demonstration's first person. */
async function enrolOne(base: string): Promise<void> {
	const post = async (path: string, body: object, cookie = '') => {
		const headers = { 'content-type': 'application/json', origin: base, cookie };
		const response = await fetch(`${base}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
		if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
		return response;
	};
	const signedIn = await post('session', { number: '101', password: 'tereze-101' });
	const place = { org: 'center-04', kind: 'window', window: '1' };
	await post('devices', { journal: randomUUID(), place }, signedIn.headers.getSetCookie().join('; '));
}

export type Held = { facts: number; applications: number; quarantined: number };

/** How much an org has to read. */
export function streamOf(database: string, org: string): number {
	const db = new DatabaseSync(database, { readOnly: true, timeout: 5000 });
	const { count } = db.prepare('select count(*) as count from stream_entries where org = ?').get(org) as {
		count: number;
	};
	db.close();
	return count;
}

/** What the server holds, of some journals or of all, read from its database. */
export function heldBy(database: string, journals?: readonly string[]): Held {
	const db = new DatabaseSync(database, { readOnly: true, timeout: 5000 });
	const where = journals ? `where journal in (${journals.map(() => '?').join(', ')})` : '';
	const count = (sql: string, ...values: string[]) => (db.prepare(sql).get(...values) as { count: number }).count;
	const held = {
		facts: count(`select count(*) as count from facts ${where}`, ...(journals ?? [])),
		applications: count('select count(*) as count from applications'),
		quarantined: count('select count(*) as count from quarantine')
	};
	db.close();
	return held;
}

/** Resolves when all that the server took is in its rows for search: it makes them after the commit. */
export async function projected(database: string): Promise<void> {
	const from = performance.now();
	for (let { last, through } = projection(database); through < last; { last, through } = projection(database)) {
		if (performance.now() - from > PROJECTED_WITHIN_MS) throw new Error('The rows for search are not made');
		await wait(POLL_MS);
	}
}

/** Facts a second that the rows for search take up when nothing else is to be done, watched for a few seconds at most. */
export async function projectedPerSecond(database: string): Promise<number> {
	const from = performance.now();
	const begun = projection(database).through;
	for (;;) {
		const { last, through } = projection(database);
		const ms = performance.now() - from;
		if (through === last || ms > WATCHED_MS) return ((through - begun) / ms) * 1000;
		await wait(POLL_MS);
	}
}

/** Numbers of arrival: of the newest fact, and of the last that the rows for search have. */
function projection(database: string): { last: number; through: number } {
	const db = new DatabaseSync(database, { readOnly: true, timeout: 5000 });
	const last = db.prepare('select coalesce(max(nr), 0) as nr from facts').get() as { nr: number };
	const through = db.prepare("select value from meta where key = 'projected'").get() as { value: string } | undefined;
	db.close();
	return { last: last.nr, through: Number(through?.value ?? 0) };
}

/** A figure of something that did not happen is worth nothing. */
export function assertEqual(what: string, found: number, expected: number): void {
	if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`);
}
