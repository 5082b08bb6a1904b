import { execFileSync } from 'node:child_process';

/** The machines, by the names and addresses of the files in `docs/deploy`. */
export const NODES = [
	{ name: 'node1', address: '10.0.0.11' },
	{ name: 'node2', address: '10.0.0.12' },
	{ name: 'node3', address: '10.0.0.13' }
] as const;
export type NodeName = (typeof NODES)[number]['name'];
export const addressOf = (node: NodeName): string => NODES.find(({ name }) => name === node)!.address;

/** Where HAProxy, the servers and the devices run; the switch that joins the machines is in it, too. */
export const CLIENTS = 'tereze-drill-clients';
export const namespaceOf = (node: NodeName): string => `tereze-drill-${node}`;
export const NAMESPACES = [CLIENTS, ...NODES.map(({ name }) => namespaceOf(name))];

const SWITCH = 'switch';
const CLIENTS_ADDRESS = '10.0.0.1/24';

/** Runs `ip`, which says on the error output what it does not like. */
const ip = (...args: string[]): string => execFileSync('ip', args, { encoding: 'utf8' });

/**
 * Each machine is a network of its own, with one cable to the switch. No cable leads out: neither addresses nor ports can meet those of the
 * machine that this runs on.
 */
export function makeNamespaces(): void {
	for (const namespace of NAMESPACES) {
		ip('netns', 'add', namespace);
		ip('-n', namespace, 'link', 'set', 'lo', 'up');
	}
	ip('-n', CLIENTS, 'link', 'add', SWITCH, 'type', 'bridge');
	ip('-n', CLIENTS, 'addr', 'add', CLIENTS_ADDRESS, 'dev', SWITCH);
	ip('-n', CLIENTS, 'link', 'set', SWITCH, 'up');
	for (const { name, address } of NODES) {
		const namespace = namespaceOf(name);
		ip('-n', CLIENTS, 'link', 'add', name, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', namespace);
		ip('-n', namespace, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
		ip('-n', namespace, 'link', 'set', 'eth0', 'up');
		ip('-n', CLIENTS, 'link', 'set', name, 'up');
		plugIn(name);
	}
}

/** What is sent arrives nowhere, and nobody says so: as a cable that was pulled at the switch's other side. */
export const unplug = (node: NodeName): void => void ip('-n', CLIENTS, 'link', 'set', node, 'nomaster');

export const plugIn = (node: NodeName): void => void ip('-n', CLIENTS, 'link', 'set', node, 'master', SWITCH);

/** The command that runs another one in a namespace; `user`: not as root. */
export const inNamespace = (namespace: string, command: readonly string[], user?: string): string[] => [
	...['ip', 'netns', 'exec', namespace],
	...(user === undefined ? [] : ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups']),
	...command
];

/** All processes there; a namespace that is gone has none. */
export function processesIn(namespace: string): number[] {
	try {
		return execFileSync('ip', ['netns', 'pids', namespace], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
			.split('\n')
			.filter(Boolean)
			.map(Number);
	} catch {
		return [];
	}
}
