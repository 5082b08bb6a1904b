import { describe, expect, it } from 'vitest';
import { aJournal, foreignFacts, rowsOf, wire } from '#tests/support/a-journal.ts';
import { acceptance, applicationNo } from '#tests/support/fact-drafts.ts';
import { clockCheck, MONDAY, written } from '#tests/support/law-facts.ts';
import { type Change } from './change-notice.ts';

describe('rows that lag', () => {
	it('F40 they are all made, also when there are more than one piece takes', async () => {
		const { journal } = await aJournal();
		const many = Array.from({ length: 205 }, (_, serial) => acceptance(applicationNo(serial + 1)));
		await journal.receive(wire(foreignFacts(many)), undefined, { rowsMayLag: true });
		expect((await journal.state()).lagging).toBe(205);
		await journal.foldLagging();
		expect((await journal.state()).lagging).toBe(0);
		expect(await rowsOf(journal)).toHaveLength(205);
	});

	it('F24 a clock found wrong in a page of many has all folded again that its journal wrote in the range', async () => {
		const heard: Change[] = [];
		const notice = { send: (change: Change) => void heard.push(change), listen: () => () => {}, close: () => {} };
		const { journal } = await aJournal(undefined, { notice });
		await journal.receive(wire(foreignFacts([acceptance(applicationNo(1)), acceptance(applicationNo(2))])));
		expect((await rowsOf(journal)).map(({ checks }) => checks)).toEqual([0, 0]);
		heard.length = 0;
		const check = written([{ draft: clockCheck('other-journal', 60_000, 1), at: MONDAY }], 'server');
		await journal.receive(wire(check), undefined, { rowsMayLag: true });
		await journal.foldLagging();
		expect((await rowsOf(journal)).map(({ checks }) => checks)).toEqual([1, 0]);
		expect(heard.some(({ law }) => law === true)).toBe(true);
	});
});
