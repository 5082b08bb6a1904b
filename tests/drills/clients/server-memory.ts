import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const EVERY_MS = 5000;
const MIB = 1024 * 1024;

export type MemoryWatch = { stop: () => Promise<{ mostResidentMiB: number; mostHeapMiB: number }> };

/** Watches what a server's process takes, by its own metrics and, where the system counts it, by the most that it ever had. */
export function watchMemory(origin: string, pid: number): MemoryWatch {
	const ended = new AbortController();
	let [resident, heap] = [0, 0];
	const look = async () => {
		const text = await (await fetch(`${origin}/api/metrics`)).text();
		const of = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? 0) / MIB;
		resident = Math.max(resident, of('process_resident_memory_bytes'), mostOf(pid));
		heap = Math.max(heap, of('nodejs_heap_size_used_bytes'));
	};
	const watching = (async () => {
		while (!ended.signal.aborted) {
			await look().catch(() => undefined);
			await wait(EVERY_MS, undefined, { signal: ended.signal }).catch(() => undefined);
		}
	})();
	return {
		stop: async () => {
			ended.abort();
			await watching;
			await look();
			return { mostResidentMiB: Math.round(resident), mostHeapMiB: Math.round(heap) };
		}
	};
}

/** The process's highest resident size, in MiB; 0 on a system that does not count it. */
function mostOf(pid: number): number {
	try {
		const kib = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
		return Number(kib ?? 0) / 1024;
	} catch {
		return 0;
	}
}
