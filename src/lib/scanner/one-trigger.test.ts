import { describe, expect, it } from 'vitest';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { oneTrigger } from './one-trigger.ts';

const NUMBER = makePaperNumber(1, 700, 427, 314);
const OTHER = makePaperNumber(1, 700, 428, 271);
const QR = `TRZ1:${NUMBER}:3:07`;

function scanner() {
	const given: string[] = [];
	let time = 0;
	let timer: { at: number; then: () => void } | null = null;
	const trigger = oneTrigger({
		give: (text) => given.push(text),
		setTimer(then, delayMs) {
			const mine = { at: time + delayMs, then };
			timer = mine;
			return () => void (timer = timer === mine ? null : timer);
		}
	});
	function pass(ms: number) {
		time += ms;
		if (timer && timer.at <= time) timer.then();
	}
	/** The keys of a code, and then the code. */
	function scan(text: string, tookMs = 80) {
		trigger.key(false);
		pass(tookMs);
		trigger.scan(text, time, tookMs);
	}
	return { given, trigger, pass, scan };
}

describe('both codes of a label read by one trigger', () => {
	it('X34 are one code with the fuller text, the bars first', () => {
		const { given, scan, pass } = scanner();
		scan(NUMBER);
		pass(20);
		scan(QR, 2000);
		pass(1000);
		expect(given).toEqual([QR]);
	});

	it('X34 are one code, the QR first, or the bars long before', () => {
		const { given, scan, pass } = scanner();
		scan(QR);
		scan(NUMBER);
		pass(100);
		expect(given).toEqual([QR]);
		pass(2000);
		scan(NUMBER);
		pass(300);
		scan(QR);
		expect(given).toEqual([QR, NUMBER]);
	});

	it('X34 the same code twice is two triggers, and so are both codes twice', () => {
		const { given, scan, pass } = scanner();
		for (const text of [NUMBER, NUMBER]) {
			scan(text);
			pass(400);
		}
		expect(given).toEqual([NUMBER, NUMBER]);
		pass(1000);
		for (const text of [QR, NUMBER, QR, NUMBER]) scan(text);
		pass(400);
		expect(given).toEqual([NUMBER, NUMBER, QR, QR]);
	});

	it('X34 another number is another code, in the order of scanning', () => {
		const { given, scan, pass } = scanner();
		scan(OTHER);
		scan(QR);
		scan(NUMBER);
		scan(OTHER);
		pass(100);
		expect(given).toEqual([OTHER, QR, OTHER]);
	});

	it('X34 a code waits 60 ms at most, and not at all for a person who acts upon it', () => {
		const { given, scan, trigger, pass } = scanner();
		scan(NUMBER);
		expect(given).toEqual([]);
		pass(60);
		expect(given).toEqual([NUMBER]);
		scan(OTHER);
		trigger.key(true);
		expect(given).toEqual([NUMBER, OTHER]);
	});
});
