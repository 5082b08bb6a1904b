import { describe, expect, it } from 'vitest';
import { LoneDigit } from './lone-digit.ts';

/** Keys at their times; what was chosen in the end. */
function chosenBy(keys: readonly [code: string, at: number, key?: string][], until = 10_000): number[] {
	const chosen: number[] = [];
	let timers: { at: number; run: () => void }[] = [];
	let now = 0;
	const pass = (to: number) => {
		for (const timer of timers.filter(({ at }) => at <= to)) timer.run();
		timers = timers.filter(({ at }) => at > to);
		now = to;
	};
	const digit = new LoneDigit(
		(one) => chosen.push(one),
		(run, ms) => {
			const timer = { at: now + ms, run };
			timers.push(timer);
			return () => void (timers = timers.filter((one) => one !== timer));
		}
	);
	for (const [code, at, key = code.slice(-1)] of keys) {
		pass(at);
		digit.press({ code, key, timeStamp: at });
	}
	pass(until);
	return chosen;
}
const scan = (gap: number): [string, number][] => [...'1381090000254005'].map((one, at) => [`Digit${one}`, at * gap]);

describe('a digit key over a choice', () => {
	it('X21 chooses when it comes alone', () => {
		expect(chosenBy([['Digit3', 0]])).toEqual([3]);
		expect(
			chosenBy([
				['Numpad3', 0],
				['Numpad5', 700]
			])
		).toEqual([3, 5]);
	});

	it.each([5, 50, 150])('X21 a scan that falls on a choice chooses nothing, %i ms between its keys', (gap) => {
		expect(chosenBy(scan(gap))).toEqual([]);
		const layout: [string, number, string][] = scan(gap).map(([code, at]) => [code, at, 'ә']);
		expect(chosenBy([...layout, ['Enter', 16 * gap, 'Enter']])).toEqual([]);
	});

	it('X21 a person who goes on at once is not ahead of the screen', () => {
		expect(
			chosenBy(
				[
					['Digit3', 0],
					['Tab', 60, 'Tab']
				],
				60
			)
		).toEqual([3]);
	});
});
