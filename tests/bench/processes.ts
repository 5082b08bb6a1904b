import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const running = new Set<ChildProcess>();

export type Started = { output: string; stop: () => Promise<void> };

/** Starts a script in its own Node process and waits until it prints what `ready` looks for. */
export async function start(args: string[], env: Record<string, string>, ready: RegExp): Promise<Started> {
	const child = spawnNode(args, env);
	const exited = once(child, 'exit');
	let output = '';
	await new Promise<void>((resolve, reject) => {
		child.stdout!.on('data', (chunk: Buffer) => {
			output += chunk.toString();
			if (ready.test(output)) resolve();
		});
		child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}: ${output}`)));
	});
	const stop = async () => {
		child.kill('SIGTERM');
		await exited;
	};
	return { output, stop };
}

/** Runs a script to its end and gives what it printed. */
export async function run(args: string[]): Promise<string> {
	const child = spawnNode(args, {});
	const chunks: Buffer[] = [];
	child.stdout!.on('data', (chunk: Buffer) => chunks.push(chunk));
	const [code] = (await once(child, 'close')) as [number | null];
	if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
	return Buffer.concat(chunks).toString();
}

export const stopAll = (): void => running.forEach((child) => void child.kill('SIGTERM'));

function spawnNode(args: string[], env: Record<string, string>): ChildProcess {
	const child = spawn(process.execPath, args, {
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	running.add(child);
	child.once('exit', () => running.delete(child));
	return child;
}
