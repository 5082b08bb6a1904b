import { setTimeout as wait } from 'node:timers/promises';
import { type DrilledServer } from '../drilled-server.ts';
import { type Cluster } from './cluster.ts';
import { type Fault } from './faults.ts';
import { type NodeName } from './namespaces.ts';
import { longestPause, type Paused, rounded } from './pauses.ts';

/** Before that the cluster looks as it did before the fault: what Patroni writes of itself into etcd is some loops old. */
const SETTLED_MS = 10_000;
const WHOLE_MS = 120_000;
const ASK_EVERY_MS = 100;

/** Watches what is written, and the epochs, while something fails. */
export class Watch {
	readonly pauses: Paused[] = [];
	readonly #cluster: Cluster;
	readonly #servers: readonly DrilledServer[];
	readonly #written: number[] = [];
	readonly #epochs = new Set<string>();

	constructor(cluster: Cluster, servers: readonly DrilledServer[]) {
		this.#cluster = cluster;
		this.#servers = servers;
	}

	readonly written = (): void => void this.#written.push(performance.now());

	get epochsBegun(): number {
		return this.#epochs.size - 1;
	}

	async noteEpochs(): Promise<void> {
		for (const server of this.#servers) this.#epochs.add((await server.health()).epoch);
	}

	/** Until the cluster is whole again. */
	async during(kind: string, fault: Fault): Promise<void> {
		const before = await this.#cluster.getPrimary();
		const from = performance.now();
		let another: number | null = null;
		await fault(this.#cluster, async (mostMs) => {
			another = await this.#untilAnother(before, performance.now() + mostMs);
		});
		await wait(SETTLED_MS);
		await this.#cluster.untilWhole(WHOLE_MS);
		const seconds = rounded(longestPause(this.#written, from, performance.now()) / 1000);
		this.pauses.push({ kind, seconds });
		await this.noteEpochs();
		const took = another === null ? 'the same primary' : `another primary after ${rounded((another - from) / 1000)} s`;
		process.stderr.write(`${kind}: ${seconds} s without writes, ${took}, ${this.epochsBegun} new epochs\n`);
	}

	/** Until another machine is the primary, and something is written since. @returns when it was the primary */
	async #untilAnother(before: NodeName, until: number): Promise<number | null> {
		for (; performance.now() < until; await wait(ASK_EVERY_MS)) {
			const primary = await this.#cluster.findPrimary();
			const at = performance.now();
			if (primary === null || primary === before) continue;
			while ((this.#written.at(-1) ?? 0) < at && performance.now() < until) await wait(ASK_EVERY_MS);
			return at;
		}
		return null;
	}
}
