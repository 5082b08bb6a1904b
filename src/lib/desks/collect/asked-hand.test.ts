import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AskedHand } from './asked-hand.svelte.ts';

const checkHand = vi.hoisted(() => vi.fn());
vi.mock('#lib/device/session/desk.svelte.ts', () => ({ desk: { unlocking: { checkHand } } }));
vi.mock('#lib/tools/sign-in/sign-in-words.ts', () => ({
	unlockFailureText: ({ left }: { left: number }) => `left: ${left}`
}));

const focused: string[] = [];
beforeEach(() => {
	focused.length = 0;
	vi.stubGlobal('document', { getElementById: (id: string) => ({ focus: () => focused.push(id) }) });
});

describe('the hand that confirms a collection', () => {
	it('D92 is led to the empty field by the first press, and told of it by the next', async () => {
		const asked = new AskedHand('collector-');
		const wrong = () => asked.wrongNumber(() => 'no such number');
		wrong();
		expect([asked.numberError, focused]).toEqual(['', ['collector-number']]);
		wrong();
		expect(asked.numberError).toBe('Бұл өріс бос. Толтырыңыз.');
		asked.number = '999';
		wrong();
		expect(asked.numberError).toBe('no such number');
		asked.asksAnew();
		expect(await asked.confirms(() => 'no PIN')).toBe(false);
		expect([asked.numberError, asked.pinError]).toEqual(['', 'no PIN']);
	});

	it('D92 hears of a wrong PIN at once, and begins anew for the next people', async () => {
		checkHand.mockResolvedValueOnce({ ok: false, left: 4 });
		const asked = new AskedHand('giver-', '101');
		asked.pin = '9999';
		expect(await asked.confirms(() => 'no PIN')).toBe(false);
		expect([asked.pinError, asked.pin, focused]).toEqual(['left: 4', '', ['giver-pin']]);
		asked.asksAnew();
		asked.clear();
		expect(await asked.confirms(() => 'no PIN')).toBe(false);
		expect(asked.pinError).toBe('');
	});
});
