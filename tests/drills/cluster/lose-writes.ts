import { setTimeout as wait } from 'node:timers/promises';
import { type Fault } from './faults.ts';

const ASK_EVERY_MS = 200;
const PATIENCE_MS = 30_000;
/** What the primary acknowledges alone meanwhile is lost with it. */
const ALONE_MS = 3000;
const REPLICATOR = 'replicator';

/**
 * What the configuration prevents: no standby is required, none follows, and one of them takes over when the primary dies. Afterwards all is as
 * before, but for what was lost.
 */
export const loseWrites: Fault = async (cluster, another) => {
	const primary = await cluster.getPrimary();
	await cluster.configure({ synchronous_mode: false, synchronous_mode_strict: false, maximum_lag_on_failover: 1e9 });
	await until(async () => (await cluster.requiredStandby()) === null);
	await cluster.ask(primary, `alter role ${REPLICATOR} nologin`);
	await until(async () => {
		const left = await cluster.ask(primary, 'select pg_terminate_backend(pid) from pg_stat_replication');
		return left.length === 0;
	});
	await wait(ALONE_MS);
	cluster.node(primary).killPostgres();
	await another(PATIENCE_MS * 2);
	await cluster.ask(await cluster.getPrimary(), `alter role ${REPLICATOR} login`);
	await cluster.configure({ synchronous_mode: true, synchronous_mode_strict: true, maximum_lag_on_failover: null });
};

/** @throws Error where it takes longer */
async function until(is: () => Promise<boolean>): Promise<void> {
	for (const end = performance.now() + PATIENCE_MS; !(await is()); await wait(ASK_EVERY_MS))
		if (performance.now() > end) throw new Error('The standbys did not let go');
}
