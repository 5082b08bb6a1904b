import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { DeviceOnServer } from './node/device-client.ts';

const PROJECTED_WITHIN_MS = 300_000;
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
export async function projected(database: string, applications: number): Promise<void> {
	const from = performance.now();
	while (heldBy(database).applications < applications) {
		if (performance.now() - from > PROJECTED_WITHIN_MS) throw new Error('The rows for search are not made');
		await wait(POLL_MS);
	}
}

/** A figure of something that did not happen is worth nothing. */
export function assertEqual(what: string, found: number, expected: number): void {
	if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`);
}
