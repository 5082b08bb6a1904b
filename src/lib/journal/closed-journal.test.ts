import { describe, expect, it } from 'vitest';
import { aJournal, nextId, type PlainRegister, type PlainRow, rowsOf } from '#tests/support/a-journal.ts';
import { acceptance, CENTER_ORG, stamp } from '#tests/support/fact-drafts.ts';
import { mayUnderStatedNumber } from '#lib/domain/acts/stated-number.ts';
import { RIGHTS } from '#lib/domain/acts/rights.ts';
import { isPersonalKey } from '#lib/domain/application/closed-summary.ts';
import { closedJournal } from './closed-journal.ts';
import { type Opening } from './closed-reader.ts';

/** A journal with an application from before, and what is shown of it once somebody has only stated their number. */
async function aClosedJournal(more: Partial<Opening<PlainRow>> = {}) {
	const { journal } = await aJournal();
	await journal.append(({ next }) => [acceptance(next(1))], stamp());
	const { head } = await journal.state();
	const closed = closedJournal<PlainRow, PlainRegister>(journal, {
		closeRow: (row) => ({ ...row, names: [] }),
		isPersonalKey,
		isOwn: ({ journal: of, seq }) => of === head.journal && seq > head.seq,
		isOwnDraft: ({ updatedAt }) => updatedAt >= 1000,
		...more
	});
	return { journal, closed };
}

describe('the journal under a stated number', () => {
	it('D105 nothing that was stored before tells a name: no fact by any way, no row, no search', async () => {
		const { journal, closed } = await aClosedJournal();
		const [{ number } = { number: '' }] = await rowsOf(journal);
		const { head } = await journal.state();
		const names = await closed.read(async (reader) => {
			const [fact] = await reader.ofTypes(['accepted']);
			const facts = [
				...(await reader.byIds([fact!.id])),
				...(await reader.ofTypes(['accepted'])),
				...(await reader.afterSeq(head.journal, 0, 9)),
				...(await reader.ownAfterSeq(head.journal, 0, 9)),
				...[...(await reader.ofApplications([number])).values()].flat()
			];
			expect(facts).toHaveLength(5);
			return facts.map(({ personal }) => personal);
		});
		expect(names).toEqual([null, null, null, null, null]);
		expect((await rowsOf(journal))[0]!.names).not.toEqual([]);
		expect((await rowsOf(closed))[0]!.names).toEqual([]);
		const search = (key: string) =>
			closed.read((reader) => reader.queryApplications({ index: 'keys', startsWith: key, limit: 9 }));
		for (const key of ['iin:9001', 'name:осп', 'tel:7701', 'doc:', 'n']) expect(await search(key)).toEqual([]);
		expect(await search('type:')).toHaveLength(1);
	});

	it('D105 what whoever works there types and records now is shown, what was typed before is kept and not', async () => {
		const { journal, closed } = await aClosedJournal();
		await closed.append(({ next }) => [acceptance(next(1))], stamp());
		const facts = await closed.read((reader) => reader.ofTypes(['accepted']));
		expect(facts.map(({ personal }) => personal === null)).toEqual([true, false]);
		await journal.putDraft({ id: 'd', kind: 'accept', updatedAt: 999, value: 'before' });
		expect(await closed.read((reader) => reader.drafts())).toEqual([]);
		expect(await closed.read((reader) => reader.draft('d'))).toBeUndefined();
		await closed.putDraft({ id: 'd', kind: 'accept', updatedAt: 1000, value: 'now' });
		expect((await closed.read((reader) => reader.drafts())).map(({ value }) => value)).toEqual(['now']);
		expect((await journal.read((reader) => reader.drafts())).map(({ value }) => value).sort()).toEqual([
			'before',
			'now'
		]);
	});

	it('D106 what is not proven by paper is refused, with the way to open it, and nothing is recorded', async () => {
		const { journal, closed } = await aClosedJournal();
		const before = (await journal.state()).head;
		const by = { stamp: stamp() };
		const [row] = await rowsOf(journal);
		const refused = { code: 'numberOnlyStated' };
		const find = { number: row!.number, command: { kind: 'find', paper: 'packet', text: 'сөреде' } } as const;
		expect(await closed.act([find], by)).toMatchObject({ answers: [refused] });
		const appoints = { kind: 'revokeStaffing', what: nextId() } as const;
		expect(await closed.actInOffice(appoints, by)).toMatchObject({ answer: refused });
		const sends = { kind: 'sendBackToCenter', papers: [row!.number], toCenter: CENTER_ORG, courier: 'Серік' } as const;
		expect(await closed.actOnList({ ...sends, papers: [row!.number] }, by)).toMatchObject({ answer: refused });
		expect((await journal.state()).head).toEqual(before);
	});

	it('D106 accepting, moving papers and handing over is all that may be done', () => {
		const may = Object.keys(RIGHTS).filter((kind) => mayUnderStatedNumber({ kind }));
		expect(may.sort()).toEqual(
			[
				'arrive',
				'call',
				'collect',
				'dispatch',
				'handOut',
				'noteIncomplete',
				'print',
				'reprintReceipt',
				'reprintTalon',
				'spoilReceipt'
			].sort()
		);
	});
});
