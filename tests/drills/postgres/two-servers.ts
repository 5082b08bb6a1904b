import { setTimeout as wait } from 'node:timers/promises';
import { askPostgres, type RunningPostgres, startPostgres } from '#tests/support/start-postgres.ts';
import { mulberry32 } from '#tests/support/mulberry32.ts';
import { BuiltServer } from './built-server.ts';
import { type Acknowledged, LoadingDevice } from './loading-device.ts';

export type Drilled = {
	drill: string;
	runs: number;
	acknowledged: number;
	lost: number;
	doubled: number;
	failures: string[];
	seconds: number;
	notes: string[];
};

type Options = { faults: number; devices: number; seed: number; port: number };

/** What fails, in turn: one server, the other, the database under both. */
const KINDS = ['first server', 'second server', 'database'] as const;
const UNDER_LOAD_MS = { least: 300, more: 900 };

/**
 * Two processes of the built server on one PostgreSQL, devices that change between them with every request, and something that is killed
 * without a warning again and again. Then each acknowledged fact is there once, delivered once, and no position is left out.
 */
export async function drillTwoServers({ faults, devices, seed, port }: Options): Promise<Drilled> {
	const from = performance.now();
	const random = mulberry32(seed);
	let database = await startPostgres({ isDurable: true });
	await askPostgres(database.urlOf('postgres'), 'create database tereze');
	const url = database.urlOf('tereze');
	const servers = [new BuiltServer(port, url), new BuiltServer(port + 1, url)] as const;
	const failures: string[] = [];
	const notes: string[] = [];
	try {
		await servers[0].start();
		await servers[1].start(servers[0]);
		const epoch = await servers[0].epoch();
		let turn = 0;
		let serial = 0;
		const next = () => servers[(turn += 1) % 2]!.base;
		const load: LoadingDevice[] = [];
		for (let nr = 0; nr < devices; nr += 1)
			load.push(await LoadingDevice.enrol(servers[nr % 2]!.base, next, () => (serial += 1)));
		let isOver = false;
		const working = Promise.all(load.map((device) => device.work(() => isOver)));
		for (let fault = 0; fault < faults; fault += 1) {
			await wait(UNDER_LOAD_MS.least + random() * UNDER_LOAD_MS.more);
			const kind = KINDS[fault % KINDS.length]!;
			if (kind === 'database') database = await killedAndStarted(database);
			else {
				const server = servers[kind === 'first server' ? 0 : 1];
				await server.kill();
				await server.start();
			}
		}
		await wait(UNDER_LOAD_MS.least);
		isOver = true;
		await working;
		const epochs = await Promise.all(servers.map((server) => server.epoch()));
		if (epochs.some((each) => each !== epoch)) failures.push('A new epoch began, though nothing was lost');
		const acknowledged = load.flatMap((device) => device.acknowledged);
		const unanswered = load.reduce((sum, device) => sum + device.unanswered, 0);
		notes.push(`${unanswered} requests without an answer`);
		notes.push(
			`longest time without an answer ${Math.round(Math.max(...load.map(({ longestGap }) => longestGap)))} ms`
		);
		const found = await compare(url, acknowledged);
		const seconds = Math.round((performance.now() - from) / 1000);
		return {
			drill: 'two servers',
			runs: faults,
			acknowledged: acknowledged.length,
			...found,
			failures,
			seconds,
			notes
		};
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

async function compare(url: string, acknowledged: readonly Acknowledged[]): Promise<{ lost: number; doubled: number }> {
	const facts = (await askPostgres(url, "select journal, seq, hash from facts where journal <> 'server'")) as {
		journal: string;
		seq: string;
		hash: string;
	}[];
	const placeOf = (fact: { journal: string; seq: number | string; hash: string }): string =>
		`${fact.journal} ${fact.seq} ${fact.hash}`;
	const held = new Set(facts.map(placeOf));
	const lost = acknowledged.filter((fact) => !held.has(placeOf(fact))).length;
	const [streams] = (await askPostgres(
		url,
		`select
			(select count(*) from (select nr, org from stream_entries group by nr, org having count(*) > 1) d) as twice,
			(select coalesce(sum(h.position - n.count), 0) from stream_heads h
				join (select org, count(*) as count from stream_entries group by org) n on n.org = h.org) as holes,
			(select count(*) from facts f where f.type = 'accepted' and not exists
				(select 1 from stream_entries s where s.nr = f.nr and s.org = 'center-04')) as undelivered`
	)) as [{ twice: string; holes: string; undelivered: string }];
	return {
		lost: lost + Number(streams.undelivered),
		doubled: facts.length - held.size + Number(streams.twice) + Math.abs(Number(streams.holes))
	};
}
