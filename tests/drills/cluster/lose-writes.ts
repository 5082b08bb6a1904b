import { setTimeout as wait } from 'node:timers/promises';
import { type Fault } from './faults.ts';

const ASK_EVERY_MS = 200;
const PATIENCE_MS = 30_000;
/** What the primary acknowledges alone meanwhile is lost with it. Less than standbys wait before they connect anew. */
const ALONE_MS = 3000;

/**
 * What the configuration prevents: no standby is required, none gets what is written, and one of them takes over when the primary dies.
 * Afterwards all is as before, but for what was lost.
 */
export const loseWrites: Fault = async (cluster, another) => {
	const primary = await cluster.getPrimary();
	await cluster.configure({ synchronous_mode: false, synchronous_mode_strict: false, maximum_lag_on_failover: 1e9 });
	const end = performance.now() + PATIENCE_MS;
	while ((await cluster.requiredStandby()) !== null) {
		if (performance.now() > end) throw new Error('A standby is still required');
		await wait(ASK_EVERY_MS);
	}
	const senders = (await cluster.ask(primary, 'select pid from pg_stat_replication')) as { pid: number }[];
	for (const { pid } of senders) process.kill(pid, 'SIGSTOP');
	await wait(ALONE_MS);
	cluster.node(primary).killPostgres();
	// Not continued: then they would send what is left.
	for (const { pid } of senders) process.kill(pid, 'SIGKILL');
	await another(PATIENCE_MS);
	await cluster.configure({ synchronous_mode: true, synchronous_mode_strict: true, maximum_lag_on_failover: null });
};
