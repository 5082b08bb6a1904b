import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';

const ROOT = join(import.meta.dirname, '../../..');

/** A server of a test's own, with data of its own: it may be stopped, restored and started again at the same address. */
export class OwnServer {
	readonly dataDir = mkdtempSync(join(tmpdir(), 'tereze-e2e-'));
	readonly #port: number;
	#process: ChildProcess | null = null;

	private constructor(port: number) {
		this.#port = port;
	}

	static async start(): Promise<OwnServer> {
		const server = new OwnServer(await freePort());
		await server.start();
		return server;
	}

	get origin(): string {
		return `http://localhost:${this.#port}`;
	}

	/** What `GET /api/health` says. */
	async health(): Promise<{ epoch: string }> {
		return (await (await fetch(`${this.origin}/api/health`)).json()) as { epoch: string };
	}

	async start(): Promise<void> {
		const env = { ...process.env, PORT: String(this.#port), HOST: 'localhost', DATA_DIR: this.dataDir };
		this.#process = spawn(process.execPath, ['src/start/run.js', 'src/start/server.ts'], {
			cwd: ROOT,
			env,
			stdio: 'ignore'
		});
		const answers = () =>
			this.health().then(
				() => true,
				() => false
			);
		await expect.poll(answers, { message: 'the server answers', timeout: 20_000 }).toBe(true);
	}

	async stop(): Promise<void> {
		const running = this.#process;
		this.#process = null;
		if (running === null || running.exitCode !== null) return;
		const ended = new Promise((resolve) => running.once('exit', resolve));
		running.kill('SIGTERM');
		await ended;
	}

	/** Runs a script of `src/start` on this server's data, as `npm run …` would. */
	run(script: 'backup' | 'restore', ...args: string[]): void {
		const env = { ...process.env, DATA_DIR: this.dataDir };
		const command = ['src/start/run.js', `src/start/${script}.ts`, ...args];
		execFileSync(process.execPath, command, { cwd: ROOT, env, stdio: 'ignore' });
	}

	/** Stops it for good and removes its data. */
	async end(): Promise<void> {
		await this.stop();
		rmSync(this.dataDir, { recursive: true, force: true });
	}
}

/** A port that nobody has at the moment. */
function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}
