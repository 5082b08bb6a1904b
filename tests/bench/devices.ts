import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { DeviceOnServer } from './node/device-client.ts';

const PROJECTED_WITHIN_MS = 600_000;
const WATCHED_MS = 5000;
const POLL_MS = 50;

/**
 * Puts devices of any org on the server's list. The demonstration has people of one Center and one body only, and enrolling
 * is not what is measured.
 */
export function addDevices(database: string, orgs: readonly string[]): DeviceOnServer[] {
	const db = new DatabaseSync(database, { timeout: 5000 });
	const person = db.prepare('select id from people limit 1').get() as { id: string };
	const addOrg = db.prepare("insert or ignore into orgs (id, windows, hours, slots) values (?, '[]', '{}', '{}')");
	const last = db.prepare('select coalesce(max(number), 0) as number from devices').get() as { number: number };
	const addDevice = db.prepare(
		`insert into devices (id, number, journal, org, place, "window", token_hash, registered_by, registered_at)
		 values (?, ?, ?, ?, 'window', '2', ?, ?, 0)`
	);
	const devices = orgs.map((org, nr): DeviceOnServer => {
		const token = randomBytes(32).toString('base64url');
		const journal = randomUUID();
		addOrg.run(org);
		const hash = createHash('sha256').update(token).digest('hex');
		addDevice.run(randomUUID(), last.number + nr + 1, journal, org, hash, person.id);
		return { journal, token, org };
	});
	db.close();
	return devices;
}

export type Held = { facts: number; applications: number; quarantined: number };

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
