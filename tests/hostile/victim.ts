import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built server in a process of its own, with data of its own. */
export type Victim = {
	origin: string;
	port: number;
	isAlive: () => boolean;
	/** What it has printed: its log, and how it ended. */
	said: () => string;
	/** Of the process, as the system counts it; 0 where the system does not tell. */
	memoryMiB: () => number;
	stop: () => Promise<void>;
};

const ROOT = join(import.meta.dirname, '../..');

export async function startVictim(): Promise<Victim> {
	const data = mkdtempSync(join(tmpdir(), 'tereze-hostile-'));
	const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, TEREZE_DEMO: 'people', ORIGIN: '' };
	const child = spawn(process.execPath, ['src/start/run.js', 'src/start/server.ts'], { cwd: ROOT, env });
	const exited = once(child, 'exit');
	let said = '';
	const port = await new Promise<number>((resolve, reject) => {
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding('utf8').on('data', (text: string) => {
				said = (said + text).slice(-100_000);
				const found = /http:\/\/localhost:(\d+)/.exec(said)?.[1];
				if (found !== undefined) resolve(Number(found));
			});
		child.once('exit', (code) => reject(new Error(`The server did not start (${code}): ${said}`)));
	});
	return {
		port,
		origin: `http://127.0.0.1:${port}`,
		isAlive: () => child.exitCode === null && child.signalCode === null,
		said: () => said,
		memoryMiB: () => memoryOf(child.pid),
		stop: async () => {
			child.kill('SIGTERM');
			await exited;
			rmSync(data, { recursive: true, force: true });
		}
	};
}

function memoryOf(pid: number | undefined): number {
	try {
		const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
		return Math.round(Number(kib ?? 0) / 1024);
	} catch {
		return 0;
	}
}
