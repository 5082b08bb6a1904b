import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, NODES, type NodeName } from './namespaces.ts';

export const DEPLOY = join(import.meta.dirname, '../../../docs/deploy');
/** The files are written for this machine. */
const [WRITTEN_FOR] = NODES;

/** The configuration that an installation copies is the one that is made to fail here. */
export const deployed = (file: 'patroni.yml' | 'etcd.env' | 'haproxy.cfg'): string =>
	readFileSync(join(DEPLOY, file), 'utf8');

type Own = { node: NodeName; data: string; sockets: string };

/** Patroni's file for another machine: its name, its addresses, and folders that several can have on one machine. */
export function patroniFor(text: string, { node, data, sockets }: Own): string {
	const address = addressOf(node);
	return replaceEach(text, [
		[/^name: node1$/m, `name: ${node}`],
		[/^(\s+(?:listen|connect_address): )10\.0\.0\.11(?=:)/gm, `$1${address}`],
		[/^(\s+data_dir: ).+$/m, `$1${data}`],
		[/^(\s+unix_socket_directories: ).+$/m, `$1${sockets}`]
	]);
}

/** What etcd reads from its environment. */
export function etcdFor(text: string, { node, data }: Pick<Own, 'node' | 'data'>): Record<string, string> {
	const address = addressOf(node);
	const own = replaceEach(text, [
		[/^(ETCD_NAME=).+$/m, `$1${node}`],
		[/^(ETCD_DATA_DIR=).+$/m, `$1${data}`],
		[new RegExp(`^(ETCD_\\w+_URLS=http://)${WRITTEN_FOR.address}(?=:)`, 'gm'), `$1${address}`]
	]);
	return Object.fromEntries([...own.matchAll(/^(ETCD_\w+)=(.+)$/gm)].map(([, name, value]) => [name!, value!]));
}

/** The address of the superuser's own database at a host and port. */
export function superuserAt(place: string): string {
	const password = valueOf(deployed('patroni.yml'), /password: (change-me-superuser)$/m);
	return `postgres://postgres:${password}@${place}/postgres`;
}

/** The value of a key that is written once, like a password. */
export function valueOf(text: string, path: RegExp): string {
	const [, value] = path.exec(text) ?? [];
	if (value === undefined) throw new Error(`The configuration has no ${path.source}`);
	return value;
}

/** A place that is not there any more would leave two machines with one address. */
function replaceEach(text: string, pairs: readonly (readonly [RegExp, string])[]): string {
	return pairs.reduce((before, [place, by]) => {
		if (before.search(place) < 0) throw new Error(`The configuration has no ${place.source}`);
		return before.replace(place, by);
	}, text);
}
