import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type DatabasePlace } from '#lib/server/store/engine.ts';

const ROOT = join(import.meta.dirname, '../..');
const START_MS = 60_000;
const ASK_EVERY_MS = 50;

const alive = new Set<ChildProcess>();
// A drill that breaks off leaves no server behind.
process.once('exit', () => alive.forEach((running) => void running.kill('SIGKILL')));

/** A process of the built server with a folder of its own, which may be killed and started again. */
export class BuiltServer {
	readonly folder = mkdtempSync(join(tmpdir(), 'tereze-shared-'));
	readonly port: number;
	readonly #database: string | null;
	#process: ChildProcess | undefined;
	said = '';

	/** @param database address of a PostgreSQL; without one it is a file of SQLite in the server's folder */
	constructor(port: number, database: string | null = null) {
		this.port = port;
		this.#database = database;
	}

	get base(): string {
		return `http://localhost:${this.port}`;
	}

	get place(): DatabasePlace {
		const file = join(this.folder, 'tereze.db');
		return this.#database === null ? { kind: 'sqlite', file } : { kind: 'postgres', url: this.#database, pool: 1 };
	}

	/** @param first whose secret it takes over; without one it makes the secret of all */
	async start(first?: BuiltServer): Promise<void> {
		const secret = join(this.folder, 'secret');
		if (first && !existsSync(secret)) copyFileSync(join(first.folder, 'secret'), secret);
		const here = { PORT: String(this.port), DATA_DIR: this.folder, DATABASE_URL: this.#database ?? '' };
		const env = { ...process.env, ...here, TEREZE_DEMO: 'people', ENROLMENTS_PER_HOUR: '100000', LOG_LEVEL: 'error' };
		const running = spawn(process.execPath, ['src/start/run.js', 'src/start/server.ts'], {
			cwd: ROOT,
			env,
			stdio: ['ignore', 'ignore', 'pipe']
		});
		this.#process = running;
		alive.add(running);
		running.once('exit', () => alive.delete(running));
		running.stderr.setEncoding('utf8').on('data', (text: string) => (this.said += text));
		for (const until = performance.now() + START_MS; running.exitCode !== null || !(await this.answers());) {
			// At its port another one may answer.
			if (running.exitCode !== null) throw new Error(`The server ended at its start: ${this.said}`);
			if (performance.now() > until) throw new Error(`The server does not answer: ${this.said}`);
			await wait(ASK_EVERY_MS);
		}
	}

	/** Runs a command of the terminal on its data. */
	async run(script: 'backup' | 'restore', ...args: string[]): Promise<void> {
		const env = { ...process.env, DATA_DIR: this.folder, DATABASE_URL: '' };
		const child = spawn(process.execPath, ['src/start/run.js', `src/start/${script}.ts`, ...args], {
			cwd: ROOT,
			env,
			stdio: ['ignore', 'ignore', 'pipe']
		});
		let said = '';
		child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
		const code = await new Promise((resolve) => child.once('close', resolve));
		if (code !== 0) throw new Error(`${script} ended with ${String(code)}: ${said}`);
	}

	async epoch(): Promise<string> {
		return ((await (await fetch(`${this.base}/api/health`)).json()) as { epoch: string }).epoch;
	}

	async answers(): Promise<boolean> {
		try {
			return (await fetch(`${this.base}/api/health`)).ok;
		} catch {
			return false;
		}
	}

	/** Without a warning, as a machine that fails. */
	async kill(): Promise<void> {
		await this.#end('SIGKILL');
	}

	async end(): Promise<void> {
		await this.#end('SIGTERM');
		rmSync(this.folder, { recursive: true, force: true });
	}

	async #end(signal: NodeJS.Signals): Promise<void> {
		const running = this.#process;
		if (!running || running.exitCode !== null || running.signalCode !== null) return;
		const ended = new Promise((resolve) => running.once('exit', resolve));
		running.kill(signal);
		await ended;
	}
}
