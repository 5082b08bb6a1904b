import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** How a tool ended; what it said, where that was kept back. */
export type Ended = { ok: boolean; said: string; seconds: number };
export type Tool = { name: string; args: readonly string[] };
type Terms = { cwd: string; signal: AbortSignal };

/**
 * Runs Node itself with these arguments, so that every tool runs on the very Node that this program was started with.
 * @param output whether the tool writes on the terminal, or what it says is kept until it ends
 */
export function runTool(args: readonly string[], output: 'live' | 'kept', terms: Terms): Promise<Ended> {
	const from = performance.now();
	const child = spawn(process.execPath, args, { ...terms, stdio: output === 'live' ? 'inherit' : 'pipe' });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
	}
	child.stdin?.end();
	return new Promise((resolve, reject) => {
		child.once('error', (error) => {
			if (!terms.signal.aborted) reject(error);
		});
		// Not at 'exit': what it said last may still be on its way.
		child.once('close', (code) => resolve({ ok: code === 0, said, seconds: (performance.now() - from) / 1000 }));
	});
}

/**
 * Runs tools of one core each beside each other, begun in their order, no more of them at a time than there are cores: one more would
 * only take memory.
 * @returns how each will end, in the order of the tools
 */
export function runBeside(tools: readonly Tool[], terms: Terms, cores = availableParallelism()): Promise<Ended>[] {
	const ends = tools.map(() => Promise.withResolvers<Ended>());
	const waiting = tools.entries();
	const lane = async (): Promise<void> => {
		for (const [place, { args }] of waiting) {
			const { resolve, reject } = ends[place]!;
			if (terms.signal.aborted) resolve({ ok: false, said: '', seconds: 0 });
			else await runTool(args, 'kept', terms).then(resolve, reject);
		}
	};
	for (let lanes = 0; lanes < cores; lanes += 1) void lane();
	return ends.map(({ promise }) => promise);
}
