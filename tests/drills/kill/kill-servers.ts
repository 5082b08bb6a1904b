import { setTimeout as wait } from 'node:timers/promises';
import { type DatabasePlace } from '#lib/server/store/engine.ts';
import { askPostgres, type RunningPostgres, startPostgres } from '#tests/support/start-postgres.ts';
import { DrilledServer } from '../drilled-server.ts';
import { type Drilled } from '../drilled.ts';
import { type LoadOptions, underLoad } from '../under-load.ts';

const sameEpoch = (servers: readonly DrilledServer[], epoch: string) => async (): Promise<string[]> => {
	const epochs = await Promise.all(servers.map((server) => server.health()));
	return epochs.every((each) => each.epoch === epoch) ? [] : ['A new epoch began, though nothing was lost'];
};

/** One process of the built server on a file of SQLite, killed without a warning again and again under load. */
export async function killOneServer(options: LoadOptions): Promise<Drilled> {
	const server = new DrilledServer(options.port);
	try {
		await server.start();
		return await underLoad({
			drill: 'kill, SQLite',
			bases: [server.origin],
			place: server.place,
			options,
			fail: async () => {
				await server.kill();
				await server.start();
			},
			check: sameEpoch([server], (await server.health()).epoch)
		});
	} finally {
		await server.end();
	}
}

/**
 * Two processes of the built server on one PostgreSQL, devices that change between them with every request. Each process is killed in turn,
 * and the database under both.
 */
export async function killTwoServers(options: LoadOptions): Promise<Drilled> {
	let database = await startPostgres({ isDurable: true });
	await askPostgres(database.urlOf('postgres'), 'create database tereze');
	const place: DatabasePlace = { kind: 'postgres', url: database.urlOf('tereze'), pool: 1 };
	const servers = [new DrilledServer(options.port, place.url), new DrilledServer(options.port + 1, place.url)] as const;
	try {
		await servers[0].start();
		servers[1].takeSecretOf(servers[0]);
		await servers[1].start();
		return await underLoad({
			drill: 'kill, PostgreSQL',
			bases: servers.map(({ origin }) => origin),
			place,
			options,
			fail: async (fault) => {
				const server = servers[fault % 3];
				if (server) {
					await server.kill();
					await server.start();
				} else database = await killedAndStarted(database);
			},
			check: sameEpoch(servers, (await servers[0].health()).epoch)
		});
	} finally {
		await Promise.all(servers.map((server) => server.end()));
		await database.stop();
	}
}

/** The postmaster is killed, its children end by themselves; the data are recovered from the log. */
async function killedAndStarted({ process: postmaster, folder, port }: RunningPostgres): Promise<RunningPostgres> {
	const ended = new Promise((resolve) => postmaster.once('exit', resolve));
	postmaster.kill('SIGKILL');
	await ended;
	for (;;) {
		try {
			return await startPostgres({ isDurable: true, folder, port });
		} catch {
			// Its children of before still hold the memory that they shared.
			await wait(100);
		}
	}
}
