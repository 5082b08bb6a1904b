import { setTimeout as wait } from 'node:timers/promises';
import { askPostgres } from '#tests/support/start-postgres.ts';
import { superuserAt } from './configuration.ts';
import { Node } from './node.ts';
import { addressOf, NODES, type NodeName } from './namespaces.ts';
import { type Member, membersBy, order } from './patroni-rest.ts';

const ASK_EVERY_MS = 200;
const START_MS = 90_000;
const POSTGRES_PORT = 5432;

/** Three machines, seen as Patroni shows them. */
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

	/** Null where nobody is the primary, or nobody answers. */
	async findPrimary(): Promise<NodeName | null> {
		return inRole(await this.#members(), 'leader');
	}

	/** @throws Error where there is none */
	async getPrimary(): Promise<NodeName> {
		const name = await this.findPrimary();
		if (name === null) throw new Error('There is no primary');
		return name;
	}

	/** Null where writes wait for no standby. */
	async requiredStandby(): Promise<NodeName | null> {
		return inRole(await this.#members(), 'sync_standby');
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
		const leader = await this.getPrimary();
		await order(leader, ['POST', 'switchover'], { leader, candidate: await this.requiredStandby() });
	}

	/** Changes the settings that all machines share, as `patronictl edit-config` does. */
	async configure(changes: Readonly<Record<string, unknown>>): Promise<void> {
		await order(await this.getPrimary(), ['PATCH', 'config'], changes);
	}

	/** Asks PostgreSQL of one machine, past HAProxy. */
	ask(name: NodeName, statement: string): Promise<unknown[]> {
		return askPostgres(superuserAt(`${addressOf(name)}:${POSTGRES_PORT}`), statement);
	}

	/** Of the first machine that answers. */
	#members(): Promise<readonly Member[]> {
		return Promise.any(NODES.map(({ name }) => membersBy(name))).catch(() => []);
	}
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
