import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { takeDemoData } from './demo-data.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** A server of a test's own, with data of its own: it may be stopped, restored and started again at the same address. */
export class OwnServer {
	readonly dataDir = mkdtempSync(join(tmpdir(), 'tereze-e2e-'));
	#port = 0;
	#process: ChildProcess | null = null;
	#said = '';
	#printed = '';

	readonly #settings: Record<string, string>;

	private constructor(settings: Record<string, string>) {
		this.#settings = settings;
	}

	/**
	 * @param prepare puts into the folder of its data what an earlier server left there; the demonstration's people, if nothing else
	 * @param settings desks are empty, if nothing else is said: a test says itself what lies on them
	 */
	static async start(
		prepare: (dataDir: string) => void = takeDemoData,
		settings: Record<string, string> = { TEREZE_DEMO: 'people' }
	): Promise<OwnServer> {
		const server = new OwnServer(settings);
		prepare(server.dataDir);
		for (let turn = 1; ; turn += 1) {
			server.#port = await freePort();
			try {
				await server.start();
				return server;
			} catch (error) {
				// Somebody else may have taken the port between the question and the start.
				if (turn === 3 || !server.#said.includes('is taken')) throw error;
			}
		}
	}

	get origin(): string {
		return `http://localhost:${this.#port}`;
	}

	/** All that it has said since its last start: what an operator keeps as its log. */
	get log(): string {
		return this.#printed + this.#said;
	}

	/** What the terminal of an empty server prints, once. */
	get firstStartLink(): string {
		return /http\S+\/first-start#\S+/.exec(this.#printed)![0];
	}

	/** What `GET /api/health` says. */
	async health(): Promise<{ epoch: string }> {
		return (await (await fetch(`${this.origin}/api/health`)).json()) as { epoch: string };
	}

	async start(): Promise<void> {
		const here = { PORT: String(this.#port), HOST: 'localhost', DATA_DIR: this.dataDir };
		const env = { ...process.env, ...here, ...this.#settings };
		const running = spawn(process.execPath, ['src/start/run.js', 'src/start/server.ts'], {
			cwd: ROOT,
			env,
			stdio: ['ignore', 'pipe', 'pipe']
		});
		this.#process = running;
		this.#said = this.#printed = '';
		running.stdout.setEncoding('utf8').on('data', (text: string) => (this.#printed += text));
		running.stderr.setEncoding('utf8').on('data', (text: string) => (this.#said += text));
		const answers = () =>
			this.health().then(
				() => true,
				() => running.exitCode !== null
			);
		await expect.poll(answers, { message: 'the server answers', timeout: 30_000 }).toBe(true);
		if (running.exitCode !== null) throw new Error(`The server ended at its start: ${this.#said}`);
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

/** A port that nobody has at the moment, below those that the system gives to outgoing connections. */
function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer();
		const port = 11_000 + Math.floor(Math.random() * 19_000);
		probe.once('error', () => resolve(freePort()));
		probe.listen(port, 'localhost', () => probe.close(() => resolve(port)));
	});
}
