import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Diagnosis } from '#lib/scanner/diagnose.ts';
import { keysOf } from '#lib/scanner/testing/scanner-keys.ts';
import { ScannerTest } from './scanner-test.svelte.ts';

const NUMBER = makePaperNumber(1, 700, 427, 314);
const MISREAD = NUMBER.slice(0, -1) + ((Number(NUMBER.at(-1)) + 1) % 10);

/** The keys of one trigger, all handed on at one moment: a busy page gets them late, with the times at which they were pressed. */
function trigger(test: ScannerTest, text: string, fromMs: number): void {
	const presses = [...keysOf(text), { code: 'Enter', shift: false }];
	for (const [at, { code, shift }] of presses.entries())
		test.press({ code, shift, timeMs: fromMs + at * 5, repeat: false, isComposing: false }, 'nowhere');
}

describe('the keys of one trigger', () => {
	const judged: Diagnosis[] = [];
	let test: ScannerTest;
	beforeEach(() => {
		vi.useFakeTimers();
		judged.length = 0;
		test = new ScannerTest(makePaperNumber(8, 700, 1, 0), (diagnosis) => judged.push(diagnosis));
	});
	afterEach(() => {
		vi.useRealTimers();
	});
	const kinds = () => judged.map(({ keys, read }) => [keys.length, read.kind]);

	it('X39 are looked at apart from those of the next, though a busy machine hands both on at once', () => {
		trigger(test, NUMBER, 1000);
		trigger(test, MISREAD, 2000);
		vi.runAllTimers();
		expect(kinds()).toEqual([
			[17, 'scan'],
			[17, 'misread']
		]);
	});

	it('X39 are looked at together where one trigger sends both codes of a label', () => {
		trigger(test, NUMBER, 1000);
		trigger(test, `TRZ1:${NUMBER}`, 1200);
		vi.runAllTimers();
		expect(judged.map(({ advice }) => advice.map(({ kind }) => kind))).toEqual([['bothCodes']]);
	});
});
