import { describe, expect, it } from 'vitest';
import { aJournal, foreignFacts, wire } from '#tests/support/a-journal.ts';
import { aVerdict } from '#tests/support/a-verdict.ts';
import { stamp } from '#tests/support/fact-drafts.ts';
import { PLAIN_STORES } from '#tests/support/plain-stores.ts';
import { type OfficeCommand } from '#lib/domain/org/decide-office.ts';
import { type BodyOf, type FactDraft } from '#lib/domain/fact/fact.ts';
import { type StaffId } from '#lib/domain/fact/ids.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type By } from './act.ts';

const HEAD: By = { stamp: stamp({ role: 'centerHead', at: Date.UTC(2026, 10, 23, 5) }) };
const COLLECTOR: By = { stamp: stamp({ role: 'accumulationInspector' }) };
const days = { staff: 'deputy' as StaffId, from: '2026-11-23', to: '2026-11-27', text: '' };
const appoint: OfficeCommand = { kind: 'appoint', ...days, role: 'centerHead', insteadOf: null };

describe.each(PLAIN_STORES)('an act of an office, %s', (_, store) => {
	it('F29 is judged by what the org’s facts say where it is written: two deputies at one moment are one', async () => {
		const { journal } = await aJournal(store());
		const other: OfficeCommand = { ...appoint, staff: 'another' as StaffId };
		const answers = await Promise.all([journal.actInOffice(appoint, HEAD), journal.actInOffice(other, HEAD)]);
		expect(answers).toMatchObject([
			{ ok: true, answer: { ok: true, facts: [{ type: 'actingAppointed' }] } },
			{ ok: true, answer: { ok: false, code: 'overlapping', params: { person: 'deputy' } } }
		]);
	});

	it('F29 takes back an appointment once', async () => {
		const { journal } = await aJournal(store());
		const appointed = await journal.actInOffice(appoint, HEAD);
		if (!appointed.ok || !appointed.answer.ok) throw new Error('not recorded');
		const revoke: OfficeCommand = { kind: 'revokeStaffing', what: appointed.answer.facts[0]!.id };
		const answers = await Promise.all([journal.actInOffice(revoke, HEAD), journal.actInOffice(revoke, HEAD)]);
		expect(answers.map((each) => each.ok && each.answer.ok)).toEqual([true, false]);
	});

	it('F29 takes a thing off the tray once, and who has no right to it not at all', async () => {
		const { journal } = await aJournal(store());
		const put = await journal.actInOffice(
			{ kind: 'setAside', why: 'noRecord', number: null, text: 'Конверт' },
			COLLECTOR
		);
		if (!put.ok || !put.answer.ok) throw new Error('not recorded');
		const settle: OfficeCommand = { kind: 'settleTray', item: put.answer.facts[0]!.id, way: 'found', text: 'Табылды' };
		expect(await journal.actInOffice(settle, { stamp: stamp({ role: 'admin' }) })).toMatchObject({
			answer: { ok: false, code: 'noRight' }
		});
		expect(await journal.actInOffice(settle, COLLECTOR)).toMatchObject({ answer: { ok: true } });
		expect(await journal.actInOffice(settle, COLLECTOR)).toMatchObject({ answer: { ok: false, code: 'alreadyDone' } });
	});

	it('F29 notes a missed round with its reason, and an incomplete set with what is missing', async () => {
		const { journal } = await aJournal(store());
		const missed = { kind: 'missSlot', slot: { kind: 'collect', date: '2026-11-23', minutes: 600 } } as const;
		expect(await journal.actInOffice({ ...missed, text: ' ' }, COLLECTOR)).toMatchObject({
			answer: { code: 'reasonMissing' }
		});
		expect(await journal.actInOffice({ ...missed, text: 'Көлік сынды' }, COLLECTOR)).toMatchObject({
			answer: { ok: true, facts: [{ type: 'slotMissed' }] }
		});
		const came = { kind: 'noteIncomplete', service: 3, name: ' Оспанов ', phone: '' } as const;
		const by: By = { stamp: stamp() };
		expect(await journal.actInOffice({ ...came, missing: [] }, by)).toMatchObject({
			answer: { code: 'documentsMissing' }
		});
		const noted = await journal.actInOffice({ ...came, missing: ['Анықтама'] }, by);
		if (!noted.ok || !noted.answer.ok) throw new Error('not recorded');
		expect(JSON.parse(noted.answer.facts[0]!.personal!.text)).toEqual({ name: 'Оспанов' });
	});

	it('S226 settles what the server flagged where it is written, once', async () => {
		const { journal } = await aJournal(store());
		const appointed = await journal.actInOffice(appoint, HEAD);
		if (!appointed.ok || !appointed.answer.ok) throw new Error('not recorded');
		const fact = appointed.answer.facts[0]!.id;
		const settle: OfficeCommand = { kind: 'settleFlag', fact, counts: true, text: 'Бұйрық бар' };
		expect(await journal.actInOffice(settle, HEAD)).toMatchObject({ answer: { code: 'unknownFact' } });
		const { body, subject } = aVerdict(readableFacts(appointed.answer.facts)[0]!);
		const verdict: FactDraft = { type: 'flagged', subject, body: body as BodyOf<'flagged'>, details: null };
		await journal.receive(wire(foreignFacts([verdict], 'verdicts')));
		expect(await journal.actInOffice(settle, HEAD)).toMatchObject({ answer: { ok: true } });
		expect(await journal.actInOffice(settle, HEAD)).toMatchObject({ answer: { code: 'alreadyDone' } });
	});
});
