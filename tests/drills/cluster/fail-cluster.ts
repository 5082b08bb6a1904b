import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type DatabasePlace } from '#lib/server/store/engine.ts';
import { askPostgres } from '#tests/support/start-postgres.ts';
import { DrilledServer } from '../drilled-server.ts';
import { type Drilled } from '../drilled.ts';
import { type LoadOptions, underLoad } from '../under-load.ts';
import { Cluster } from './cluster.ts';
import { deployed, valueOf } from './configuration.ts';
import { chosenFaults, FAULTS } from './faults.ts';
import { NODES } from './namespaces.ts';
import { byKind, longestPause, type Paused, rounded } from './pauses.ts';

/** Where HAProxy listens, by its file in `docs/deploy`. */
const PROXY = '127.0.0.1:5000';
const PROXY_CONFIGURATION = join(import.meta.dirname, '../../../docs/deploy/haproxy.cfg');
const TEREZE = 'tereze';

/** Two loops of Patroni: before that the cluster looks as it did before the fault. */
const SETTLED_MS = 10_000;
const WHOLE_MS = 120_000;
const ASK_EVERY_MS = 100;

/** @param untilMs when no further fault begins, by `performance.now()` */
type Options = LoadOptions & { folder: string; untilMs: number };

/** Two servers behind HAProxy on three machines with PostgreSQL, which fail in turn under load. */
export async function failCluster({ folder, untilMs, ...options }: Options): Promise<Drilled> {
	const cluster = new Cluster(folder);
	try {
		await cluster.start();
		const place: DatabasePlace = { kind: 'postgres', url: await makeDatabase(), pool: 1 };
		const servers = [
			new DrilledServer(options.port, place.url),
			new DrilledServer(options.port + 1, place.url)
		] as const;
		await servers[0].start();
		servers[1].takeSecretOf(servers[0]);
		await servers[1].start();
		return await failed(cluster, servers, { place, options, untilMs });
	} catch (error) {
		for (const node of cluster.nodes) process.stderr.write(`${node.name}\n${node.lastLines(LAST_LINES)}\n`);
		throw error;
	}
}

const LAST_LINES = 25;

type Under = { place: DatabasePlace; options: LoadOptions; untilMs: number };

async function failed(cluster: Cluster, servers: readonly DrilledServer[], under: Under): Promise<Drilled> {
	const { place, options, untilMs } = under;
	const kinds = chosenFaults(options.faults, options.seed);
	const written: number[] = [];
	const pauses: Paused[] = [];
	const epochs = new Set([(await servers[0]!.health()).epoch]);
	const drilled = await underLoad({
		drill: 'cluster',
		bases: servers.map(({ origin }) => origin),
		place,
		options,
		acknowledged: () => written.push(performance.now()),
		fail: async (nr) => {
			if (performance.now() > untilMs) return;
			const kind = kinds[nr]!;
			const before = await cluster.primary();
			const from = performance.now();
			let another: number | undefined;
			await FAULTS[kind](cluster, async (mostMs) => {
				another = await untilAnother(cluster, before, { written, mostMs });
			});
			await wait(SETTLED_MS);
			await cluster.untilWhole(WHOLE_MS);
			const seconds = rounded(longestPause(written, from, performance.now()) / 1000);
			pauses.push({ kind, seconds });
			for (const server of servers) epochs.add((await server.health()).epoch);
			const took = another === undefined ? '' : `, another primary after ${rounded((another - from) / 1000)} s`;
			process.stderr.write(`${kind}: ${seconds} s without writes${took}\n`);
		},
		check: async () => (epochs.size === 1 ? [] : ['A new epoch began, though nothing was lost'])
	});
	return { ...drilled, runs: pauses.length, pauses: byKind(pauses), epochsBegun: epochs.size - 1 };
}

type Until = { written: readonly number[]; mostMs: number };

/** Waits until another machine is the primary, and something is written since; gives when it was the primary. */
async function untilAnother(
	cluster: Cluster,
	before: string | null,
	{ written, mostMs }: Until
): Promise<number | undefined> {
	const until = performance.now() + mostMs;
	while (performance.now() < until) {
		const primary = await cluster.primary();
		const at = performance.now();
		if (primary !== null && primary !== before) {
			await untilWritten(written, at, until);
			return at;
		}
		await wait(ASK_EVERY_MS);
	}
	return undefined;
}

async function untilWritten(written: readonly number[], since: number, until: number): Promise<void> {
	while ((written.at(-1) ?? 0) < since && performance.now() < until) await wait(ASK_EVERY_MS);
}

/** HAProxy, and behind it a database with a person of its own. */
async function makeDatabase(): Promise<string> {
	spawn('haproxy', ['-W', '-db', '-f', PROXY_CONFIGURATION], { stdio: 'ignore' });
	const password = valueOf(deployed('patroni.yml'), /password: (change-me-superuser)$/m);
	const superuser = `postgres://postgres:${password}@${PROXY}/postgres`;
	await untilAnswered(() => askPrimary(superuser));
	await askPostgres(superuser, `create role ${TEREZE} login password '${TEREZE}'`);
	await askPostgres(superuser, `create database ${TEREZE} owner ${TEREZE}`);
	return `postgres://${TEREZE}:${TEREZE}@${PROXY}/${TEREZE}`;
}

/** HAProxy takes every machine for a primary until it has asked, and sends to each in turn: all answers have to come from the primary. */
async function askPrimary(url: string): Promise<void> {
	for (let nr = 0; nr < NODES.length; nr += 1) {
		const [row] = await askPostgres(url, 'select pg_is_in_recovery() as standby');
		if ((row as { standby: boolean }).standby) throw new Error('HAProxy leads to a standby');
	}
}

async function untilAnswered(ask: () => Promise<unknown>): Promise<void> {
	for (const until = performance.now() + WHOLE_MS; ; await wait(ASK_EVERY_MS)) {
		try {
			await ask();
			return;
		} catch (error) {
			if (performance.now() > until) throw error;
		}
	}
}
