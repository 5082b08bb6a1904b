import { describe, expect, it } from 'vitest';
import { draftKeeper, KEEP_WITHIN_MS } from './draft-keeper.ts';
import { takeDraft } from './draft-lock.ts';

/** A shelf whose writes end when the test says so. */
function aShelf() {
	const log: string[] = [];
	let fail = false;
	let timer: (() => void) | null = null;
	let hold: Promise<void> = Promise.resolve();
	const keeper = draftKeeper<string>({
		put: async (value) => {
			log.push(`begin ${value}`);
			await hold;
			if (fail) throw new Error('disk');
			log.push(`wrote ${value}`);
		},
		remove: () => Promise.resolve(void log.push('removed')),
		timer: {
			set: (run, ms) => {
				expect(ms).toBe(KEEP_WITHIN_MS);
				timer = run;
				return () => (timer = null);
			}
		},
		told: (kept) => log.push(kept ? 'kept' : 'not kept')
	});
	return {
		keeper,
		log,
		tick: () => timer?.(),
		waits: () => timer !== null,
		holdWrites: () => {
			let release: () => void = () => undefined;
			hold = new Promise((resolve) => (release = resolve));
			return release;
		},
		failing: (yes: boolean) => (fail = yes)
	};
}

describe('keeping a draft', () => {
	it('D38 the latest of what was typed is written once the delay is over', async () => {
		const { keeper, log, tick } = aShelf();
		keeper.change('a');
		keeper.change('ab');
		expect(log).toEqual([]);
		tick();
		await keeper.flush();
		expect(log).toEqual(['begin ab', 'wrote ab', 'kept']);
	});

	it('D38 a flush writes at once, and nothing is written twice', async () => {
		const { keeper, log, waits } = aShelf();
		keeper.change('a');
		await keeper.flush();
		keeper.change('a');
		await keeper.flush();
		expect(waits()).toBe(false);
		expect(log).toEqual(['begin a', 'wrote a', 'kept']);
	});

	it('D38 an older write never lands on a newer one', async () => {
		const { keeper, log, holdWrites } = aShelf();
		const release = holdWrites();
		keeper.change('a');
		const first = keeper.flush();
		await Promise.resolve();
		keeper.change('b');
		const second = keeper.flush();
		release();
		await Promise.all([first, second]);
		expect(log).toEqual(['begin a', 'wrote a', 'kept', 'begin b', 'wrote b', 'kept']);
	});

	it('D38 after the end the draft is gone, even if something was on its way', async () => {
		const { keeper, log } = aShelf();
		keeper.change('a');
		await keeper.end();
		keeper.change('b');
		await keeper.flush();
		expect(log).toEqual(['removed']);
	});

	it('D38 a write that failed is told, and the same text is tried again', async () => {
		const { keeper, log, failing } = aShelf();
		failing(true);
		keeper.change('a');
		await keeper.flush();
		failing(false);
		keeper.change('a');
		await keeper.flush();
		expect(log).toEqual(['begin a', 'not kept', 'begin a', 'wrote a', 'kept']);
	});
});

/** Web Locks as one browser gives them to its tabs. */
function someLocks(): LockManager {
	const holders = new Map<string, Promise<unknown>>();
	const request = async (name: string, ...rest: unknown[]) => {
		const run = rest.at(-1) as (lock: Lock | null) => Promise<unknown> | undefined;
		const busy = holders.get(name);
		if (busy && (rest[0] as LockOptions).ifAvailable) return run(null);
		if (busy) await busy;
		const held = Promise.resolve(run({ name, mode: 'exclusive' }));
		holders.set(name, held);
		await held;
		holders.delete(name);
		return undefined;
	};
	return { request, query: () => Promise.resolve({}) } as unknown as LockManager;
}

describe('a draft in two tabs', () => {
	it('D39 the second tab waits, and gets the draft when the first lets it go', async () => {
		const locks = someLocks();
		const log: string[] = [];
		const tab = (name: string) =>
			takeDraft(locks, 'd', { mine: () => log.push(`${name} has it`), elsewhere: () => log.push(`${name} waits`) });
		const letGo = tab('one');
		tab('two');
		expect(log).toEqual(['one has it', 'two waits']);
		letGo();
		await new Promise((resolve) => setImmediate(resolve));
		expect(log).toEqual(['one has it', 'two waits', 'two has it']);
	});

	it('D39 without locks the form stays usable', () => {
		const log: string[] = [];
		takeDraft(undefined, 'd', { mine: () => log.push('mine'), elsewhere: () => log.push('elsewhere') });
		expect(log).toEqual(['mine']);
	});
});
