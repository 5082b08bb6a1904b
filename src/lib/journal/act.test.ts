import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { aJournal, type PlainJournal } from '#tests/support/a-journal.ts';
import { acceptance, applicationNo, stamp } from '#tests/support/fact-drafts.ts';
import { dexieStore, PLAIN_STORES } from '#tests/support/plain-stores.ts';
import { type FactId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type Asked, type By } from './act.ts';

const [FIRST, SECOND, UNKNOWN] = [applicationNo(1), applicationNo(2), applicationNo(9)];
const CLERK: By = { stamp: stamp({ role: 'centerInspector' }) };
const withdraw = (number: string): Asked => ({ number, command: { kind: 'withdraw', text: 'Көшіп кетті' } });

async function accepted(journal: PlainJournal, ...numbers: string[]) {
	const recorded = await journal.append(() => numbers.map((number) => acceptance(number)), stamp());
	if (!recorded.ok) throw new Error(recorded.reason);
}

const typesOf = (journal: PlainJournal, number: string) =>
	journal.read(async (reader) => (await reader.ofApplications([number])).get(number)!.map(({ type }) => type));

describe.each(PLAIN_STORES)('an act on an application, %s', (_, store) => {
	it('F15 is judged in the transaction that records it: of two at the same moment the second is refused', async () => {
		const { journal } = await aJournal(store());
		await accepted(journal, FIRST);
		const [one, other] = await Promise.all([
			journal.act([withdraw(FIRST)], CLERK),
			journal.act([withdraw(FIRST)], CLERK)
		]);
		expect(one).toMatchObject({ ok: true, answers: [{ ok: true, facts: [{ type: 'withdrawn' }] }] });
		expect(other).toMatchObject({ ok: true, answers: [{ ok: false, code: 'withdrawn' }] });
		expect(await typesOf(journal, FIRST)).toEqual(['accepted', 'withdrawn']);
	});

	it('F15 sees what another part of the program records before it, and what it received', async () => {
		const { journal } = await aJournal(store());
		await accepted(journal, FIRST);
		const [accept] = await journal.read(async (reader) => (await reader.ofApplications([FIRST])).get(FIRST)!);
		const annulled = journal.append(
			() => [
				{
					type: 'annulled',
					subject: { kind: 'application', number: FIRST },
					on: [accept!.id],
					body: { reason: 'mistake' },
					details: { text: '' }
				}
			],
			stamp()
		);
		const answer = await journal.act([withdraw(FIRST)], CLERK);
		expect((await annulled).ok).toBe(true);
		expect(answer).toMatchObject({ ok: true, answers: [{ ok: false, code: 'annulled' }] });
	});

	it('F15 a refusal holds up none of the others, and where all are refused nothing is written', async () => {
		const { journal } = await aJournal(store());
		await accepted(journal, FIRST, SECOND);
		const { seq } = (await journal.state()).head;
		const mixed = await journal.act([withdraw(UNKNOWN), withdraw(FIRST), withdraw(FIRST), withdraw(SECOND)], CLERK);
		expect(mixed).toMatchObject({
			ok: true,
			answers: [
				{ ok: false, code: 'unknownApplication' },
				{ ok: true, facts: [{ type: 'withdrawn', applications: [FIRST] }] },
				{ ok: false, code: 'withdrawn' },
				{ ok: true, facts: [{ type: 'withdrawn', applications: [SECOND] }] }
			]
		});
		expect((await journal.state()).head.seq).toBe(seq + 2);
		const told: unknown[] = [];
		journal.listen((notice) => told.push(notice));
		const again = await journal.act([withdraw(FIRST), withdraw(UNKNOWN)], CLERK);
		expect(again.ok && again.answers.map((answer) => answer.ok)).toEqual([false, false]);
		expect([(await journal.state()).head.seq, told]).toEqual([seq + 2, []]);
	});

	it('F15 is written by who acts, with the second hand and in another’s place', async () => {
		const { journal } = await aJournal(store());
		await accepted(journal, FIRST);
		const head = { actor: 'b-2' as StaffId, role: 'centerHead', by: 'pin' } as const;
		const by: By = { stamp: stamp({ org: 'center-04' as OrgId, at: 1_764_000_000_500 }), countersigned: head };
		const result = await journal.act([withdraw(FIRST)], by);
		const [answer] = result.ok ? result.answers : [];
		if (!answer?.ok) throw new Error('not recorded');
		const fact = JSON.parse(answer.facts[0]!.text) as object;
		expect(fact).toMatchObject({ at: 1_764_000_000_500, actor: 'aigerim', window: '2', countersigned: head });
	});

	it('F15 acts that belong together are recorded all, or none of them', async () => {
		const { journal } = await aJournal(store());
		await accepted(journal, FIRST, SECOND);
		const { seq } = (await journal.state()).head;
		const some = await journal.act([withdraw(FIRST), withdraw(UNKNOWN)], CLERK, 'all');
		expect(some.ok && some.answers.map(({ ok }) => ok)).toEqual([true, false]);
		expect((await journal.state()).head.seq).toBe(seq);
		const both = await journal.act([withdraw(FIRST), withdraw(SECOND)], CLERK, 'all');
		expect(both.ok && both.answers.map(({ ok }) => ok)).toEqual([true, true]);
		expect((await journal.state()).head.seq).toBe(seq + 2);
	});

	it('F15 an act sees what those before it in the same call record', async () => {
		const { journal } = await aJournal(store());
		await accepted(journal, FIRST);
		const back: Asked = { number: FIRST, command: { kind: 'returnDocuments' } };
		const result = await journal.act([back, withdraw(FIRST), back], CLERK);
		expect(result.ok && result.answers.map((answer) => (answer.ok ? 'ok' : answer.code))).toEqual([
			'notAllowedNow',
			'ok',
			'ok'
		]);
		expect(await typesOf(journal, FIRST)).toEqual(['accepted', 'withdrawn', 'documentsReturned']);
	});

	it('F15 with an id is recorded once: what is held already is the answer', async () => {
		const { journal } = await aJournal(store());
		await accepted(journal, FIRST);
		const asked: Asked = { ...withdraw(FIRST), id: 'given-before' as FactId };
		const [first, again] = [await journal.act([asked], CLERK), await journal.act([asked], CLERK)];
		expect(first).toMatchObject({ answers: [{ ok: true, facts: [{ id: 'given-before', type: 'withdrawn' }] }] });
		expect(again).toEqual(first);
		expect(await typesOf(journal, FIRST)).toEqual(['accepted', 'withdrawn']);
	});

	it('F15 a new number is given to what is allowed only', async () => {
		const { journal } = await aJournal(store());
		await accepted(journal, FIRST, FIRST);
		const renumber: Asked = { number: FIRST, command: { kind: 'renumber', to: '', text: '' } };
		const serials = () => journal.read((reader) => reader.meta('serials'));
		const before = await serials();
		expect(await journal.act([renumber], { stamp: stamp({ role: 'executor' }) })).toMatchObject({
			answers: [{ code: 'noRight' }]
		});
		expect(await serials()).toEqual(before);
		const moved = await journal.act([renumber, renumber], CLERK);
		expect(moved).toMatchObject({
			answers: [{ ok: true, facts: [{ type: 'renumbered' }] }, { code: 'notAllowedNow' }]
		});
		expect(await serials()).not.toEqual(before);
	});

	it('F15 asks and answers in values that another thread can be sent', async () => {
		const { journal } = await aJournal(store());
		await accepted(journal, FIRST);
		const [asked, by] = structuredClone([[withdraw(FIRST)], CLERK] as const);
		const result = await journal.act(asked, by);
		expect(structuredClone(result)).toEqual(result);
	});
});

describe('an act in two tabs', () => {
	it('F15 on one disk is recorded once, and the second tab gets the refusal', async () => {
		const disk = new IDBFactory();
		const [{ journal: one }, { journal: other }] = [await aJournal(dexieStore(disk)), await aJournal(dexieStore(disk))];
		await accepted(one, FIRST);
		const results = await Promise.all([one, other, one].map((journal) => journal.act([withdraw(FIRST)], CLERK)));
		const answers = results.map((result) => result.ok && result.answers[0]!.ok);
		expect(answers.filter(Boolean)).toHaveLength(1);
		expect(await typesOf(other, FIRST)).toEqual(['accepted', 'withdrawn']);
	});
});
