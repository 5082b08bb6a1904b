import { describe, expect, test } from 'vitest';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { EarlierLookUp, personKey } from './accept-earlier.svelte.ts';

const row = (number: string, acceptedAt = 1) => ({ number, acceptedAt, state: 'open' }) as ApplicationSummary;

/** A store whose answers come when the test lets them. */
function slowStore() {
	const asked: { key: string; answer: (rows: readonly ApplicationSummary[]) => void; fail: () => void }[] = [];
	const read = (key: string) =>
		new Promise<readonly ApplicationSummary[]>((answer, reject) =>
			asked.push({ key, answer, fail: () => reject(new Error('the disk')) })
		);
	return { asked, read };
}
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('the earlier applications of the person of a form', () => {
	test('D83 a person is known by the whole IIN, or by nothing yet', () => {
		const form = { iin: '900101300017', withoutIin: false, identityNumber: '' };
		expect(personKey({ ...form, iin: '90010130001' })).toBeNull();
		expect(personKey({ ...form, withoutIin: true })).toBeNull();
		expect(personKey(form)).toBe('iin:900101300017');
	});

	test('D83 they are asked for once, at once, and are there while records keep arriving', async () => {
		const { asked, read } = slowStore();
		const earlier = new EarlierLookUp(read);
		earlier.look('iin:1');
		for (let record = 0; record < 50; record += 1) earlier.again();
		expect(asked).toHaveLength(1);
		asked[0]!.answer([row('1'), row('2', 2)]);
		await turn();
		expect(earlier.looking).toBe(false);
		expect(earlier.rows.map(({ number }) => number)).toEqual(['2', '1']);
		expect(asked, 'what arrived meanwhile is looked at in one more reading').toHaveLength(2);
	});

	test('D83 an answer about another person counts for nothing', async () => {
		const { asked, read } = slowStore();
		const earlier = new EarlierLookUp(read);
		earlier.look('iin:1');
		earlier.look('iin:2');
		asked[0]!.answer([row('1')]);
		await turn();
		expect(earlier.rows).toEqual([]);
		expect(earlier.looking).toBe(true);
		asked[1]!.answer([row('2')]);
		await turn();
		expect(earlier.open.map(({ number }) => number)).toEqual(['2']);
	});

	test('D83 whoever waits gets what the store holds from now on, not what was read before', async () => {
		const { asked, read } = slowStore();
		const earlier = new EarlierLookUp(read);
		earlier.look('iin:1');
		let settled = false;
		const waiting = earlier.settle('iin:1').then(() => (settled = true));
		asked[0]!.answer([]);
		await turn();
		expect(settled).toBe(false);
		asked[1]!.answer([row('1')]);
		await waiting;
		expect(earlier.open).toHaveLength(1);
	});

	test('D83 a disk that does not answer holds nobody up, and nobody is looked for without an IIN', async () => {
		const { asked, read } = slowStore();
		const earlier = new EarlierLookUp(read);
		const waiting = earlier.settle('iin:1');
		asked[0]!.fail();
		await waiting;
		await earlier.settle(null);
		expect(asked).toHaveLength(1);
		expect(earlier.looking).toBe(false);
	});
});
