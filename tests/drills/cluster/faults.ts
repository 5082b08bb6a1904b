import { setTimeout as wait } from 'node:timers/promises';
import { mulberry32 } from '#tests/support/mulberry32.ts';
import { type Cluster } from './cluster.ts';

/** How long a disk stays full where nothing else takes over, and what is killed of a machine that is not the primary stays away. */
const HELD_MS = 10_000;
const FILL_AGAIN_MS = 200;

/**
 * What can befall a cluster, and what puts it right again.
 * `another`: waits until another machine is the primary and takes writes, or so long.
 */
export type Fault = (cluster: Cluster, another: (mostMs: number) => Promise<void>) => Promise<void>;

const A_MINUTE = 60_000;

export const FAULTS = {
	/** The primary's PostgreSQL is killed. */
	killed: async (cluster, another) => {
		(await primaryOf(cluster)).killPostgres();
		await another(A_MINUTE);
	},
	/** The primary's machine hangs, and comes to itself when another one is the primary. */
	frozen: async (cluster, another) => {
		const node = await primaryOf(cluster);
		node.freeze();
		await another(A_MINUTE);
		node.thaw();
	},
	/** Nothing that the primary's machine sends arrives, and nothing reaches it. */
	cutOff: async (cluster, another) => {
		const node = await primaryOf(cluster);
		node.cutOff();
		await another(A_MINUTE);
		node.join();
	},
	/** The disk of the primary's database has no room. */
	diskFilled: async (cluster, another) => {
		const node = await primaryOf(cluster);
		node.fillDisk();
		const filling = setInterval(() => node.fillDisk(), FILL_AGAIN_MS);
		await another(HELD_MS).finally(() => clearInterval(filling));
		node.freeDisk();
	},
	/** As for work on a machine. */
	switchedOver: async (cluster, another) => {
		await cluster.switchOver();
		await another(A_MINUTE);
	},
	/** PostgreSQL of the standby without which nothing is written. */
	standbyKilled: async (cluster) => {
		cluster.node((await cluster.requiredStandby())!).killPostgres();
		await wait(HELD_MS);
	},
	/** etcd on the primary's machine. */
	etcdKilled: async (cluster) => {
		const node = await primaryOf(cluster);
		node.killEtcd();
		await wait(HELD_MS);
		node.startEtcd();
	}
} as const satisfies Readonly<Record<string, Fault>>;
export type FaultKind = keyof typeof FAULTS;

/** Those of the short form, one of each. */
const FIRST: readonly FaultKind[] = ['killed', 'frozen', 'cutOff', 'diskFilled', 'switchedOver'];
const ALL = Object.keys(FAULTS) as FaultKind[];

/** So many, in the order that a seed gives; each kind comes again only when all have been. */
export function chosenFaults(count: number, seed: number): FaultKind[] {
	const random = mulberry32(seed);
	const chosen: FaultKind[] = [];
	while (chosen.length < count) chosen.push(...shuffled(count <= FIRST.length ? FIRST : ALL, random));
	return chosen.slice(0, count);
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
	return all
		.map((each) => ({ each, at: random() }))
		.toSorted((a, b) => a.at - b.at)
		.map(({ each }) => each);
}

const primaryOf = async (cluster: Cluster) => cluster.node(await cluster.getPrimary());
