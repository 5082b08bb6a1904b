import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

describe('turns', () => {
	it('N81 two are served at a time, a few wait, and the next is sent away', async () => {
		const turns = createTurns({ atOnce: 2, most: 4 });
		const ends: (() => void)[] = [];
		let running = 0;
		let highest = 0;
		const work = async (): Promise<string> => {
			running += 1;
			highest = Math.max(highest, running);
			await new Promise<void>((end) => ends.push(end));
			running -= 1;
			return 'done';
		};
		const let4 = [1, 2, 3, 4].map(() => turns.take(work));
		expect(turns.take(work)).toBeUndefined();
		while (ends.length > 0) {
			ends.shift()!();
			await new Promise((next) => setImmediate(next));
		}
		expect(await Promise.all(let4)).toEqual(['done', 'done', 'done', 'done']);
		expect(highest).toBe(2);
		const again = turns.take(async () => 'again');
		expect(await again).toBe('again');
	});

	it('N81 work that fails gives its turn to the next', async () => {
		const turns = createTurns({ atOnce: 1, most: 2 });
		const failing = turns.take(() => Promise.reject(new Error('wrong')));
		const next = turns.take(async () => 'next');
		await expect(failing).rejects.toThrow('wrong');
		expect(await next).toBe('next');
	});
});
