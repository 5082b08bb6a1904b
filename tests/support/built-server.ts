import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '../..');
const START_MS = 60_000;
const ASK_EVERY_MS = 50;

export type BuiltServerOptions = {
	port: number;
	settings?: Readonly<Record<string, string>>;
	/** Root of a built program, where it is another version than this one. */
	program?: string;
};

type Health = { epoch: string; schema: string; state: string; reasons: string[] };

const alive = new Set<ChildProcess>();
// A run that breaks off leaves no server behind.
process.once('exit', () => alive.forEach((running) => void running.kill('SIGKILL')));

/** The built server in a process of its own, with data of its own: it may be killed, restored and started again at the same address. */
export class BuiltServer {
	readonly dataDir = mkdtempSync(join(tmpdir(), 'tereze-server-'));
	protected port: number;
	readonly #settings: Readonly<Record<string, string>>;
	readonly #program: string;
	#process: ChildProcess | undefined;
	#log = '';
	#printed = '';

	constructor({ port, settings = {}, program = ROOT }: BuiltServerOptions) {
		this.port = port;
		this.#settings = settings;
		this.#program = program;
	}

	get origin(): string {
		return `http://localhost:${this.port}`;
	}

	/** The process that runs now. @throws where none does */
	get pid(): number {
		const pid = this.#process?.pid;
		if (pid === undefined) throw new Error('The server has not been started');
		return pid;
	}

	/** What it has printed since its last start. */
	get printed(): string {
		return this.#printed;
	}

	/** All that it has printed and logged since its last start: what an operator keeps as its log. */
	get log(): string {
		return this.#printed + this.#log;
	}

	/** Returns when it answers. @throws where it ends at its start, with what it logged */
	async start(): Promise<void> {
		const running = this.#spawn('src/start/server.ts', [], this.#settings);
		this.#process = running;
		alive.add(running);
		running.once('exit', () => alive.delete(running));
		this.#log = this.#printed = '';
		running.stdout!.setEncoding('utf8').on('data', (text: string) => (this.#printed += text));
		running.stderr!.setEncoding('utf8').on('data', (text: string) => (this.#log += text));
		for (const until = performance.now() + START_MS; running.exitCode !== null || !(await this.answers());) {
			// Another server may answer at its port.
			if (running.exitCode !== null) throw new Error(`The server ended at its start: ${this.#log}`);
			if (performance.now() > until) throw new Error(`The server does not answer: ${this.#log}`);
			await wait(ASK_EVERY_MS);
		}
	}

	/** Runs a script of `src/start` on its data, as `npm run …` would. @throws where it does not end well */
	async run(script: 'backup' | 'restore' | 'verify-journal', ...args: string[]): Promise<string> {
		const child = this.#spawn(`src/start/${script}.ts`, args, { DATABASE_URL: '' });
		let output = '';
		for (const stream of [child.stdout!, child.stderr!])
			stream.setEncoding('utf8').on('data', (text: string) => (output += text));
		const code = await new Promise((resolve) => child.once('close', resolve));
		if (code !== 0) throw new Error(`${script} ended with ${String(code)}: ${output}`);
		return output;
	}

	/** The answer of `GET /api/health`. */
	async health(): Promise<Health> {
		const answer = await fetch(`${this.origin}/api/health`);
		return (await answer.json()) as Health;
	}

	async answers(): Promise<boolean> {
		try {
			return (await fetch(`${this.origin}/api/health`)).ok;
		} catch {
			return false;
		}
	}

	/** Ends it without a warning, as a machine that fails. */
	async kill(): Promise<void> {
		await this.#end('SIGKILL');
	}

	async stop(): Promise<void> {
		await this.#end('SIGTERM');
	}

	/** Stops it for good and removes its data. */
	async end(): Promise<void> {
		await this.stop();
		rmSync(this.dataDir, { recursive: true, force: true });
	}

	#spawn(script: string, args: readonly string[], settings: Readonly<Record<string, string>>): ChildProcess {
		const here = { PORT: String(this.port), HOST: 'localhost', DATA_DIR: this.dataDir };
		return spawn(process.execPath, ['src/start/run.js', script, ...args], {
			cwd: this.#program,
			env: { ...process.env, ...here, ...settings },
			stdio: ['ignore', 'pipe', 'pipe']
		});
	}

	async #end(signal: NodeJS.Signals): Promise<void> {
		const running = this.#process;
		if (!running || running.exitCode !== null || running.signalCode !== null) return;
		const ended = new Promise((resolve) => running.once('exit', resolve));
		running.kill(signal);
		await ended;
	}
}
