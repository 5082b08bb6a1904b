import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { deployed, valueOf } from './configuration.ts';
import { Node } from './node.ts';
import { NODES, type NodeName } from './namespaces.ts';

const MemberSchema = v.object({
	name: v.picklist(NODES.map(({ name }) => name)),
	role: v.string(),
	state: v.string(),
	timeline: v.optional(v.union([v.number(), v.string()])),
	lag: v.optional(v.union([v.number(), v.string()]))
});
const ClusterSchema = v.object({ members: v.array(MemberSchema) });
export type Member = v.InferOutput<typeof MemberSchema>;

const ASK_EVERY_MS = 200;
const ANSWER_MS = 1500;
const REST_PORT = 8008;

/** Three machines, seen as Patroni's REST interface shows them. */
export class Cluster {
	readonly nodes: readonly Node[];

	constructor(folder: string) {
		this.nodes = NODES.map(({ name }) => new Node(name, folder));
	}

	/** Until there is a primary and two standbys, one of them required. */
	async start(): Promise<void> {
		for (const node of this.nodes) node.startEtcd();
		for (const node of this.nodes) node.startPatroni();
		await this.untilWhole(START_MS);
	}

	node(name: NodeName): Node {
		return this.nodes.find((node) => node.name === name)!;
	}

	/** The primary, as the others know it; a machine that does not answer is not asked twice. */
	async primary(): Promise<NodeName | null> {
		return inRole(await this.#members(), 'leader');
	}

	/** @throws Error where there is none */
	async requiredStandby(): Promise<NodeName> {
		const name = inRole(await this.#members(), 'sync_standby');
		if (name === null) throw new Error('No standby is required');
		return name;
	}

	/** @throws Error where it takes longer */
	async untilWhole(patienceMs: number): Promise<void> {
		const until = performance.now() + patienceMs;
		let members: readonly Member[] = [];
		while (!isWhole((members = await this.#members()))) {
			if (performance.now() > until) throw new Error(`The cluster is not whole: ${JSON.stringify(members)}`);
			await wait(ASK_EVERY_MS);
		}
	}

	/** Orders the primary to hand over to the required standby. */
	async switchOver(): Promise<void> {
		const [leader, candidate] = [await this.primary(), await this.requiredStandby()];
		const { address } = NODES.find(({ name }) => name === leader)!;
		const response = await fetch(`http://${address}:${REST_PORT}/switchover`, {
			method: 'POST',
			headers: { authorization: `Basic ${btoa(restName())}` },
			body: JSON.stringify({ leader, candidate })
		});
		if (!response.ok) throw new Error(`Patroni did not switch over: ${await response.text()}`);
	}

	/** Of the first machine that answers: each knows of all, by etcd. */
	#members(): Promise<readonly Member[]> {
		return Promise.any(NODES.map(({ address }) => membersAt(address))).catch(() => []);
	}
}

const START_MS = 90_000;

async function membersAt(address: string): Promise<readonly Member[]> {
	const response = await fetch(`http://${address}:${REST_PORT}/cluster`, { signal: AbortSignal.timeout(ANSWER_MS) });
	return v.parse(ClusterSchema, await response.json()).members;
}

const inRole = (members: readonly Member[], role: string): NodeName | null =>
	members.find((member) => member.role === role)?.name ?? null;

/** One primary and two standbys that have followed it to its timeline, one of them required. */
export function isWhole(members: readonly Member[]): boolean {
	const timelines = new Set(members.map(({ timeline }) => timeline));
	return (
		members.length === NODES.length &&
		members.every(({ state }) => state === 'running' || state === 'streaming') &&
		timelines.size === 1 &&
		['leader', 'sync_standby', 'replica'].every((role) => inRole(members, role) !== null)
	);
}

function restName(): string {
	const text = deployed('patroni.yml');
	const [username, password] = [/username: (patroni)$/m, /password: (change-me-patroni)$/m].map((path) =>
		valueOf(text, path)
	);
	return `${username}:${password}`;
}
