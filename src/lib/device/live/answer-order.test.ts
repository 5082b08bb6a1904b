import { describe, expect, test } from 'vitest';
import { answerOrder } from './answer-order.ts';

describe('answers of a reading that is asked again at every record', () => {
	test('D80 an answer counts although it is asked anew before it comes; an older one never follows a newer one', () => {
		const order = answerOrder();
		const [first, second, third] = [order.begin(), order.begin(), order.begin()];
		expect(first(), 'the screen does not starve').toBe(true);
		expect(third()).toBe(true);
		expect(second(), 'overtaken').toBe(false);
	});

	test('D80 an answer to what was asked before counts for nothing', () => {
		const order = answerOrder();
		const before = order.begin();
		order.change();
		const after = order.begin();
		expect(before()).toBe(false);
		expect(after()).toBe(true);
	});
});
