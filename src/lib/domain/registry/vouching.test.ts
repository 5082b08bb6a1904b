import { describe, expect, it } from 'vitest';
import { type Fact, type FactOf } from '../fact/fact.ts';
import { type FactId, type JournalId, type StaffId } from '../fact/ids.ts';
import { isVouched } from './vouching.ts';

const [AIGUL, DANA] = ['staff-101', 'staff-102'] as [StaffId, StaffId];

const written = (seq: number, actor = AIGUL, journal = 'J') =>
	({
		...{ id: `${journal}-${seq}` as FactId, type: 'setAside', actor, journal: journal as JournalId, seq },
		...{ at: seq * 1000, clock: { offsetMs: 0, ageMs: 0 } }
	}) as unknown as Fact;

/** Aigul's word, given at place 20 of the device's journal. */
const said = (
	from: number,
	to: number,
	more: { own?: boolean; actor?: StaffId; seq?: number; journal?: string } = {}
) => {
	const { own = true, actor = AIGUL, seq = 20, journal = 'J' } = more;
	const body = { device: 'J' as JournalId, from, to, count: 1, own };
	return { ...written(seq, actor, journal), type: 'vouched', body } as unknown as FactOf<'vouched'>;
};
const atDesk = () => true;

describe('vouching for what was done under a stated number', () => {
	it('I122 a word is of its own author’s records between two places of that journal, and of nothing else', () => {
		const words = [said(3, 5)];
		const heard = (fact: Fact) => isVouched(fact, words, atDesk);
		expect([2, 3, 5, 6].map((seq) => heard(written(seq)))).toEqual([false, true, true, false]);
		expect(heard(written(4, DANA))).toBe(false);
		expect(heard(written(4, AIGUL, 'K'))).toBe(false);
	});

	it('I122 nobody vouches for what comes later, in that journal by place and elsewhere by time', () => {
		expect(isVouched(written(21), [said(1, 99)], atDesk)).toBe(false);
		expect(isVouched(written(19), [said(1, 99)], atDesk)).toBe(true);
		const elsewhere = said(1, 99, { journal: 'K', seq: 10 });
		expect([9, 11].map((seq) => isVouched(written(seq), [elsewhere], atDesk))).toEqual([true, false]);
	});

	it('I122 a word outside of a session is worth nothing, and what was said not to be theirs stays so', () => {
		for (const answer of [false, null]) expect(isVouched(written(4), [said(3, 5)], () => answer)).toBe(false);
		const denied = said(4, 4, { own: false });
		expect(isVouched(written(4), [said(3, 5), denied], atDesk)).toBe(false);
		expect(isVouched(written(3), [said(3, 5), denied], atDesk)).toBe(true);
	});
});
