import { describe, expect, it } from 'vitest';
import { listenForWake } from './wake.ts';
import { webLock } from './web-lock.ts';

/** One lock among tabs, as the browser gives it: the next in line gets it when the holder lets go. */
class OneLock {
	#queue: Promise<unknown> = Promise.resolve();
	held = false;
	request(_name: string, options: LockOptions, work: (lock: Lock | null) => Promise<unknown>): Promise<unknown> {
		const run = async () => {
			if (options.signal?.aborted) throw new DOMException('', 'AbortError');
			this.held = true;
			return work({} as Lock).finally(() => (this.held = false));
		};
		if (options.ifAvailable && this.held) return work(null);
		if (options.steal) return run();
		this.#queue = this.#queue.then(run, run);
		return this.#queue;
	}
}

class FakeSource {
	onopen: (() => void) | null = null;
	onerror: (() => void) | null = null;
	onmessage: (() => void) | null = null;
	readyState = 1;
	closed = false;
	close = () => (this.closed = true);
	fail(readyState: number): void {
		this.readyState = readyState;
		this.onerror?.();
	}
}

describe('being woken by the server', () => {
	it('S16 one tab of a browser has the connection and tells the others; when it goes, the next one takes over', async () => {
		const locks = new OneLock() as unknown as LockManager;
		type Source = { onmessage: (() => void) | null; open: boolean; close: () => void };
		const sources: Source[] = [];
		const channels: { onmessage: ((event: MessageEvent) => void) | null }[] = [];
		const woken: string[] = [];
		const tab = (name: string) => {
			const channel = {
				onmessage: null as ((event: MessageEvent) => void) | null,
				postMessage: () =>
					channels.filter((other) => other !== channel).forEach((o) => o.onmessage?.({} as MessageEvent)),
				close: () => {}
			};
			channels.push(channel);
			return listenForWake({
				locks,
				lockName: 'wake',
				channel,
				wake: () => woken.push(name),
				lineBack: () => woken.push(`${name}: line`),
				schedule: () => () => undefined,
				random: () => 0,
				open: () => {
					const source: Source = { onmessage: null, open: true, close: () => void (source.open = false) };
					sources.push(source);
					return source as unknown as EventSource;
				}
			});
		};
		const [endFirst, endSecond] = [tab('first'), tab('second')];
		await expect.poll(() => sources.length).toBe(1);
		sources[0]?.onmessage?.();
		expect(woken).toEqual(['first', 'second']);
		endFirst();
		await expect.poll(() => sources.map(({ open }) => open)).toEqual([false, true]);
		endSecond();
		await expect.poll(() => sources.map(({ open }) => open)).toEqual([false, false]);
	});

	it('S154 a connection that failed for good is opened anew, later each time; when it is back, so is the line', () => {
		const sources: FakeSource[] = [];
		const timers: { ms: number; callback: () => void }[] = [];
		let backs = 0;
		const end = listenForWake({
			locks: undefined,
			lockName: 'wake',
			channel: { onmessage: null, postMessage: () => undefined, close: () => undefined },
			wake: () => undefined,
			lineBack: () => (backs += 1),
			random: () => 0,
			schedule: (ms, callback) => {
				timers.push({ ms, callback });
				return () => timers.pop();
			},
			open: () => {
				const source = new FakeSource();
				sources.push(source);
				return source as unknown as EventSource;
			}
		});
		sources[0]!.onopen?.();
		expect(backs).toBe(0);
		// A broken line: the browser goes on by itself.
		sources[0]!.fail(0);
		expect([sources.length, timers.length]).toEqual([1, 0]);
		sources[0]!.onopen?.();
		expect(backs).toBe(1);
		// A 502 of a proxy, a 401: the browser gives up.
		for (const place of [0, 1, 2]) {
			sources[place]!.fail(2);
			timers.at(-1)!.callback();
		}
		expect(timers.map(({ ms }) => ms)).toEqual([1000, 2000, 4000]);
		sources[3]!.onopen?.();
		expect(backs).toBe(2);
		end();
		expect(sources[3]!.closed).toBe(true);
	});

	it('S12 a round that finds the lock taken is busy, unless it may take it; without locks it just runs', async () => {
		const locks = new OneLock();
		const lock = webLock(locks as unknown as LockManager, 'sync');
		locks.held = true;
		expect(await lock(async () => 'ran', { steal: false })).toBe('busy');
		expect(await lock(async () => 'ran', { steal: true })).toBe('ran');
		expect(await webLock(undefined, 'sync')(async () => 'ran', { steal: false })).toBe('ran');
	});
});
