import { describe, expect, it } from 'vitest';
import { aJournal, type PlainJournal } from '#tests/support/a-journal.ts';
import { acceptance, applicationNo, BODY_ORG, stamp } from '#tests/support/fact-drafts.ts';
import { PLAIN_STORES } from '#tests/support/plain-stores.ts';
import { type StaffId } from '#lib/domain/fact/ids.ts';
import { paperOf } from '#lib/domain/number/paper-number.ts';
import { type ListCommand } from '#lib/domain/register/decide-list.ts';
import { type By } from './act.ts';

const PAPERS = [applicationNo(1), applicationNo(2)];
const COLLECTOR: By = { stamp: stamp({ role: 'accumulationInspector' }) };
const CLERK: By = { stamp: stamp({ role: 'chancery', org: BODY_ORG }) };
const giver = { actor: 'giver' as StaffId, role: 'centerInspector', by: 'pin' } as const;
const round: ListCommand = { kind: 'collect', papers: PAPERS, window: '2', countersigned: giver };
const arrival: ListCommand = {
	kind: 'arrive',
	fact: 'arrived',
	register: null,
	rows: PAPERS.map((paper) => ({ paper, state: 'received' as const })),
	remarks: {}
};
const allMissing: ListCommand = {
	...arrival,
	rows: PAPERS.map((paper) => ({ paper, state: 'missing' })),
	remarks: Object.fromEntries(PAPERS.map((paper) => [paper, 'Арбада жоқ']))
};

async function atTheWindow(journal: PlainJournal) {
	const recorded = await journal.append(() => PAPERS.map((number) => acceptance(number)), stamp());
	if (!recorded.ok) throw new Error(recorded.reason);
	return recorded.facts.map(({ id }) => id);
}

describe.each(PLAIN_STORES)('an act on a list, %s', (_, store) => {
	it('F27 is one fact under a new number, whose rows name the hand-over that each paper follows', async () => {
		const { journal } = await aJournal(store());
		const accepted = await atTheWindow(journal);
		const result = await journal.actOnList(round, COLLECTOR);
		if (!result.ok || !result.answer.ok) throw new Error('not recorded');
		const { number, facts } = result.answer;
		expect(paperOf(number)).toBe('register');
		expect(facts).toHaveLength(1);
		expect(JSON.parse(facts[0]!.text)).toMatchObject({
			type: 'collected',
			subject: { kind: 'register', number },
			countersigned: giver,
			body: { rows: PAPERS.map((paper, nr) => ({ paper, on: accepted[nr] })) }
		});
	});

	it('F27 that is refused writes nothing, and its number goes to the next list', async () => {
		const { journal } = await aJournal(store());
		await atTheWindow(journal);
		const { seq } = (await journal.state()).head;
		const refused = await journal.actOnList({ ...round, countersigned: null }, COLLECTOR);
		expect(refused).toMatchObject({ ok: true, answer: { ok: false, code: 'countersignMissing' } });
		expect((await journal.state()).head.seq).toBe(seq);
		const serials = () => journal.read((reader) => reader.meta('serials'));
		const before = await serials();
		expect(await journal.actOnList(round, { ...COLLECTOR, stamp: stamp({ role: 'head' }) })).toMatchObject({
			answer: { code: 'noRight' }
		});
		expect(await serials()).toEqual(before);
	});

	it('F27 is judged in the transaction that records it: a paper that was just taken in is not missing', async () => {
		const { journal } = await aJournal(store());
		await atTheWindow(journal);
		const answers = await Promise.all([journal.actOnList(arrival, CLERK), journal.actOnList(allMissing, CLERK)]);
		expect(answers).toMatchObject([
			{ ok: true, answer: { ok: true } },
			{ ok: true, answer: { ok: false, code: 'alreadyArrived' } }
		]);
	});

	const dispatch: ListCommand = { kind: 'dispatch', papers: PAPERS, toBody: BODY_ORG, courier: 'Әлімов' };
	it.each<[string, ListCommand[], ListCommand, By, string]>([
		['collected', [], round, COLLECTOR, 'alreadyCollected'],
		['dispatched', [round], dispatch, COLLECTOR, 'alreadyInRegister'],
		['checked off', [round, dispatch], arrival, CLERK, 'alreadyArrived']
	])('F79 the same rows %s by two tabs at the same moment are one fact', async (__, before, command, by, code) => {
		const { journal } = await aJournal(store());
		await atTheWindow(journal);
		for (const earlier of before) expect(await journal.actOnList(earlier, COLLECTOR)).toMatchObject({ ok: true });
		const { seq } = (await journal.state()).head;
		const answers = await Promise.all([1, 2, 3].map(() => journal.actOnList(command, by)));
		expect(answers.map((each) => each.ok && (each.answer.ok ? 'ok' : each.answer.code))).toEqual(['ok', code, code]);
		expect((await journal.state()).head.seq).toBe(seq + 1);
	});

	it('F95 what a register left missing is recorded missing once, and once more when it was found', async () => {
		const { journal } = await aJournal(store());
		await atTheWindow(journal);
		await journal.actOnList(round, COLLECTOR);
		const sent = await journal.actOnList(dispatch, COLLECTOR);
		if (!sent.ok || !sent.answer.ok) throw new Error('not recorded');
		const checkedOff = { ...allMissing, register: sent.answer.number };
		const answers = await Promise.all([1, 2].map(() => journal.actOnList(checkedOff, CLERK)));
		expect(answers).toMatchObject([{ answer: { ok: true } }, { answer: { ok: false, code: 'alreadyArrived' } }]);
		const found = { ...arrival, register: sent.answer.number };
		const finding = await Promise.all([1, 2].map(() => journal.actOnList(found, CLERK)));
		expect(finding).toMatchObject([
			{ answer: { ok: true, facts: [{ type: 'arrived' }] } },
			{ answer: { ok: false, code: 'alreadyArrived' } }
		]);
	});

	it('F79 a paper that nobody knows here, and one that the journal has at the window still, leave with the others', async () => {
		const { journal } = await aJournal(store());
		await atTheWindow(journal);
		const papers = [...PAPERS, applicationNo(99)];
		const answer = await journal.actOnList({ ...dispatch, papers }, COLLECTOR);
		expect(answer).toMatchObject({ answer: { ok: true, facts: [{ type: 'dispatched' }] } });
	});
});
