import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deployed, etcdFor, patroniFor } from './configuration.ts';
import { inNamespace, namespaceOf, type NodeName, plugIn, processesIn, unplug } from './namespaces.ts';
import { diskOf } from './traces.ts';

/** Debian's own; etcd runs by it, too, which is one user less. */
const USER = 'postgres';

/** A machine: its member of etcd, its Patroni, and the PostgreSQL that Patroni runs. */
export class Node {
	readonly name: NodeName;
	readonly #folder: string;
	readonly #disk: string;
	#etcd: ChildProcess | undefined;

	constructor(name: NodeName, folder: string) {
		this.name = name;
		this.#folder = join(folder, name);
		this.#disk = diskOf(folder, name);
		const { uid, gid } = ownerOf(USER);
		for (const each of [this.#folder, this.#disk, join(this.#folder, 'etcd'), join(this.#folder, 'sockets')]) {
			mkdirSync(each, { recursive: true });
			chownSync(each, uid, gid);
		}
	}

	startEtcd(): void {
		const data = join(this.#folder, 'etcd');
		this.#etcd = this.#start('etcd', ['etcd'], etcdFor(deployed('etcd.env'), { node: this.name, data }));
	}

	startPatroni(): void {
		const file = join(this.#folder, 'patroni.yml');
		const own = { node: this.name, data: this.#data, sockets: join(this.#folder, 'sockets') };
		writeFileSync(file, patroniFor(deployed('patroni.yml'), own));
		this.#start('patroni', ['patroni', file]);
	}

	/** As a fault of memory would: PostgreSQL's first process is gone, its others notice it. */
	killPostgres(): void {
		process.kill(Number(readFileSync(join(this.#data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
	}

	killEtcd(): void {
		this.#etcd?.kill('SIGKILL');
	}

	/** As a machine that hangs: its system answers, none of its programs does. */
	freeze(): void {
		// Between the list and the signal another process may have begun.
		for (let nr = 0; nr < 3; nr += 1) this.#signal('SIGSTOP');
	}

	thaw(): void {
		this.#signal('SIGCONT');
	}

	cutOff(): void {
		unplug(this.name);
	}

	join(): void {
		plugIn(this.name);
	}

	/** Takes all the room that is left, also what has become free since. */
	fillDisk(): void {
		// It ends with an error, when there is no room any more.
		const how = ['bs=1M', 'oflag=append', 'conv=notrunc', 'status=none'];
		spawnSync('dd', ['if=/dev/zero', `of=${this.#filling}`, ...how], { stdio: 'ignore' });
	}

	freeDisk(): void {
		rmSync(this.#filling, { force: true });
	}

	/** The last lines that its programs wrote. */
	lastLines(count: number): string {
		return ['etcd', 'patroni']
			.map((program) =>
				readFileSync(join(this.#folder, `${program}.log`), 'utf8')
					.split('\n')
					.slice(-count)
					.join('\n')
			)
			.join('\n');
	}

	get #data(): string {
		return join(this.#disk, 'data');
	}

	get #filling(): string {
		return join(this.#disk, 'filling');
	}

	#signal(signal: NodeJS.Signals): void {
		for (const pid of processesIn(namespaceOf(this.name))) {
			try {
				process.kill(pid, signal);
			} catch {
				// It has ended by itself.
			}
		}
	}

	#start(program: string, command: string[], env: Record<string, string> = {}): ChildProcess {
		const [ip, ...args] = inNamespace(namespaceOf(this.name), command, USER);
		const log = openSync(join(this.#folder, `${program}.log`), 'a');
		return spawn(ip!, args, {
			env: { ...process.env, HOME: this.#folder, ...env },
			stdio: ['ignore', log, log]
		});
	}
}

function ownerOf(user: string): { uid: number; gid: number } {
	const [uid, gid] = ['-u', '-g'].map((which) => Number(execFileSync('id', [which, user], { encoding: 'utf8' })));
	return { uid: uid!, gid: gid! };
}
