import { type DatabasePlace } from '#lib/server/store/engine.ts';
import { DrilledServer } from '../drilled-server.ts';
import { type Drilled } from '../drilled.ts';
import { type LoadOptions, underLoad } from '../under-load.ts';
import { Cluster } from './cluster.ts';
import { chosenFaults, type Fault, FAULTS } from './faults.ts';
import { loggedErrors } from './logged-errors.ts';
import { loseWrites } from './lose-writes.ts';
import { byKind } from './pauses.ts';
import { makeDatabase } from './proxy.ts';
import { Watch } from './watch.ts';

/** @param untilMs when no further fault begins, by `performance.now()`; `isLossy`: at the end one that loses writes */
type Options = LoadOptions & { folder: string; untilMs: number; isLossy: boolean };

const LAST_LINES = 25;

/** Two servers behind HAProxy on three machines with PostgreSQL, which fail in turn under load. */
export async function failCluster({ folder, ...options }: Options): Promise<Drilled> {
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
		return await failedUnderLoad({ cluster, servers, place }, options);
	} catch (error) {
		for (const node of cluster.nodes) process.stderr.write(`${node.name}\n${node.lastLines(LAST_LINES)}\n`);
		throw error;
	}
}

type Running = { cluster: Cluster; servers: readonly DrilledServer[]; place: DatabasePlace };

async function failedUnderLoad(
	{ cluster, servers, place }: Running,
	{ untilMs, isLossy, ...options }: Omit<Options, 'folder'>
): Promise<Drilled> {
	const watch = new Watch(cluster, servers);
	await watch.noteEpochs();
	const faults: [kind: string, fault: Fault][] = chosenFaults(options.faults, options.seed).map((kind) => [
		kind,
		FAULTS[kind]
	]);
	let begunBefore = 0;
	const drilled = await underLoad({
		drill: 'cluster',
		bases: servers.map(({ origin }) => origin),
		place,
		options: { ...options, faults: faults.length + Number(isLossy) },
		acknowledged: watch.written,
		fail: async (nr) => {
			const next = faults[nr];
			if (next && performance.now() < untilMs) await watch.during(...next);
			if (next) return;
			begunBefore = watch.epochsBegun;
			await watch.during('writesLost', loseWrites);
		},
		check: async () => {
			const begun = watch.epochsBegun;
			if (!isLossy) return begun === 0 ? [] : [NEW_EPOCH];
			return [...(begunBefore === 0 ? [] : [NEW_EPOCH]), ...(begun === begunBefore + 1 ? [] : [NO_EPOCH])];
		}
	});
	const errors = loggedErrors(servers.map(({ log }) => log));
	const notes = [...drilled.notes, `errors in the servers’ logs: ${JSON.stringify(errors)}`];
	const failures = Object.keys(errors).some((text) => text.startsWith(FAULT))
		? [...drilled.failures, FAULT_LOGGED]
		: drilled.failures;
	return {
		...drilled,
		notes,
		failures,
		runs: watch.pauses.length,
		pauses: byKind(watch.pauses),
		epochsBegun: watch.epochsBegun
	};
}

const NEW_EPOCH = 'A new epoch began, though nothing was lost';
/** As a server calls what nobody expected: a database that is away is none. */
const FAULT = 'unexpected';
const FAULT_LOGGED = 'A server took a database that was away for a fault of its own';
const NO_EPOCH = 'Writes were lost, and not exactly one new epoch began';
