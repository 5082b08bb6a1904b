import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { askPostgres } from '#tests/support/start-postgres.ts';
import { DEPLOY, superuserAt } from './configuration.ts';
import { NODES } from './namespaces.ts';

/** Where HAProxy listens, by its file in `docs/deploy`. */
const PROXY = '127.0.0.1:5000';
const TEREZE = 'tereze';
const PATIENCE_MS = 30_000;
const ASK_EVERY_MS = 100;

/** Starts HAProxy, and makes a database behind it for a person of its own. @returns its address */
export async function makeDatabase(): Promise<string> {
	spawn('haproxy', ['-W', '-db', '-f', join(DEPLOY, 'haproxy.cfg')], { stdio: 'ignore' });
	const superuser = superuserAt(PROXY);
	await untilPrimary(superuser);
	await askPostgres(superuser, `create role ${TEREZE} login password '${TEREZE}'`);
	await askPostgres(superuser, `create database ${TEREZE} owner ${TEREZE}`);
	return `postgres://${TEREZE}:${TEREZE}@${PROXY}/${TEREZE}`;
}

/** HAProxy takes every machine for a primary until it has asked, and sends to each in turn: all answers have to come from the primary. */
async function untilPrimary(url: string): Promise<void> {
	for (const until = performance.now() + PATIENCE_MS; ; await wait(ASK_EVERY_MS)) {
		const asked = NODES.map(() => askPostgres(url, 'select pg_is_in_recovery() as standby'));
		const answers = await Promise.allSettled(asked);
		if (answers.every((each) => each.status === 'fulfilled' && !(each.value[0] as { standby: boolean }).standby))
			return;
		if (performance.now() > until) throw new Error('HAProxy does not find the primary');
	}
}
