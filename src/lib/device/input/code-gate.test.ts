import { beforeEach, describe, expect, it } from 'vitest';
import { codeGate, type CodeGate } from './code-gate.ts';
import { firstReadings } from '#lib/device/live/first-readings.ts';

let clock = 0;
let readings: ReturnType<typeof firstReadings>;
let gate: CodeGate<string>;
let judged: string[];
const screen = (name: string) => (code: string) => void judged.push(`${name}: ${code}`);

beforeEach(() => {
	clock = 0;
	judged = [];
	readings = firstReadings();
	gate = codeGate({ isReading: () => readings.pending, now: () => clock });
	readings.listen(() => gate.look());
});

describe('a code and the screen that judges it', () => {
	it('X20 goes to the screen on top, and to the idle one where none asks', () => {
		gate.takeIdle(screen('idle'));
		gate.hand('a');
		const leave = gate.take(screen('list'));
		gate.take(screen('form'))();
		gate.hand('b');
		leave();
		gate.hand('c');
		expect(judged).toEqual(['idle: a', 'list: b', 'idle: c']);
	});

	it('X22 waits while nothing is open yet, in the order of scanning', () => {
		gate.hand('a');
		gate.hand('b');
		gate.take(screen('list'));
		gate.look();
		expect(judged).toEqual(['list: a', 'list: b']);
	});

	it('X22 waits until the screen has read its rows, and no other screen gets it meanwhile', () => {
		gate.takeIdle(screen('idle'));
		const [rows, drafts] = [readings.begin(), readings.begin()];
		gate.hand('a');
		rows();
		rows();
		expect(judged).toEqual([]);
		gate.take(screen('list'));
		drafts();
		expect(judged).toEqual(['list: a']);
	});

	it('X22 a code that opens a form holds the next one until the form stands', () => {
		gate.take((code) => {
			screen('list')(code);
			readings.begin();
		});
		gate.hand('a');
		gate.hand('b');
		expect(judged).toEqual(['list: a']);
	});

	it('X22 is dropped after 15 s, and when the device is locked', () => {
		gate.hand('old');
		clock = 15_001;
		gate.hand('new');
		gate.take(screen('list'));
		gate.look();
		expect(judged).toEqual(['list: new']);
		readings.begin();
		gate.hand('locked');
		gate.clear();
		expect(judged).toEqual(['list: new']);
	});
});
