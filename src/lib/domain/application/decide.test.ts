import { type ApplicationNumber } from '../number/paper-number.ts';
import { describe, expect, it } from 'vitest';
import { aHandOut } from '#tests/support/a-hand-out.ts';
import { anAcceptForm } from '#tests/support/an-accept-form.ts';
import { aStory, BODY, CENTER, type Story } from '#tests/support/a-story.ts';
import { type FactId, type Role, type StaffId } from '../fact/ids.ts';
import { type AcceptForm, acceptedFrom, problemsOf } from './commands/accept.ts';
import { type DecideContext } from './context.ts';
import { decide, type Command } from './decide.ts';

const as = (
	role: Role,
	org = role === 'centerInspector' || role === 'accumulationInspector' || role === 'centerHead' ? CENTER : BODY
): DecideContext => {
	let ids = 0;
	return { actor: `a-${role}` as StaffId, role, org, window: '2', now: 0, newId: () => `new-${++ids}` as FactId };
};
const answer = (story: Story, command: Command, context: DecideContext) => decide(story.fold(), command, context);

const form = anAcceptForm();

describe('accepting', () => {
	it('D1 names every field that is not right, in the order of the form', () => {
		const empty = { ...form, iin: '90010', surname: ' ', address: '', phone: '', regulation: '', documents: [] };
		expect(problemsOf(empty).map(({ field, code }) => `${field} ${code}`)).toEqual([
			'iin iinLength',
			'surname surnameMissing',
			'address addressMissing',
			'phone phoneMissing',
			'service serviceMissing',
			'documents documentsMissing'
		]);
		expect(problemsOf(form)).toEqual([]);
	});

	it('D2 takes an IIN whose check digit fails only when the document was seen, and says so in the fact', () => {
		const wrong = { ...form, iin: '900101300018' };
		expect(problemsOf(wrong).map(({ code }) => code)).toEqual(['iinCheck']);
		expect(problemsOf({ ...wrong, iinSeen: true })).toEqual([]);
		const draft = acceptedFrom(
			{ ...wrong, iinSeen: true },
			'1' as ApplicationNumber,
			{ id: 'x', version: 1 },
			{ entry: 'center', center: CENTER, body: BODY, offline: false }
		);
		expect(draft.body.iinCheckOverridden).toBe(true);
	});

	it('D3 asks for another document where there is no IIN', () => {
		expect(problemsOf({ ...form, iin: '', noIin: 'foreigner' }).map(({ code }) => code)).toEqual(['identityMissing']);
		expect(problemsOf({ ...form, iin: '', noIin: 'foreigner', identityKind: 'паспорт', identityNumber: 'N1' })).toEqual(
			[]
		);
	});

	it('D12 says in the fact whether it was made offline, out of turn, at home or for somebody', () => {
		const marksOf = (more: Partial<AcceptForm>, offline = false) => {
			const place = { entry: 'center', center: CENTER, body: BODY, offline } as const;
			const { body } = acceptedFrom({ ...form, ...more }, '1' as ApplicationNumber, { id: 'x', version: 1 }, place);
			return [body.offline, body.priority, body.homeVisit, body.represented];
		};
		expect(marksOf({})).toEqual([undefined, undefined, undefined, undefined]);
		expect(marksOf({}, true)).toEqual([true, undefined, undefined, undefined]);
		expect(marksOf({ priority: true, homeVisit: true, represented: 'legal' })).toEqual([
			undefined,
			true,
			true,
			'legal'
		]);
	});

	it('D4 keeps everything that tells about the person out of the fact itself', () => {
		const draft = acceptedFrom(
			form,
			'1' as ApplicationNumber,
			{ id: 'x', version: 1 },
			{ entry: 'center', center: CENTER, body: BODY, offline: true }
		);
		const body = JSON.stringify(draft.body);
		for (const secret of ['Оспанов', 'Ержан', '900101300017', 'Шымкент', '87011234567', 'куәлік'])
			expect(body).not.toContain(secret);
		expect(draft.details).toMatchObject({ surname: 'Оспанов', iin: '900101300017', documents: ['Туу туралы куәлік'] });
	});
});

describe('withdrawing and returning', () => {
	it('D5 lets the applicant take the application back until the hand-out; the papers go back from whoever has them here', () => {
		const story = aStory();
		const accepted = story.accepted();
		expect(answer(story, { kind: 'withdraw', text: 'Көшіп кетті' }, as('centerInspector'))).toMatchObject({
			ok: true,
			value: [{ type: 'withdrawn', on: [accepted] }]
		});
		expect(answer(story, { kind: 'returnDocuments' }, as('centerInspector'))).toMatchObject({
			ok: false,
			code: 'notAllowedNow'
		});
		story.add('withdrawn', {}, { on: [accepted] }, { text: '' });
		expect(answer(story, { kind: 'returnDocuments' }, as('centerInspector'))).toMatchObject({
			ok: true,
			value: [{ type: 'documentsReturned', body: { documents: 1, sheets: 2 } }]
		});
	});
});

describe('the hand-out', () => {
	const ready = () => {
		const story = aStory();
		const assigned = story.assigned(
			story.registered(story.arrived(story.dispatched(story.collected(story.accepted()))))
		);
		const recorded = story.recorded(story.signed(story.drafted(assigned)));
		return { story, recorded, arrived: story.resultsArrived(story.returned(recorded)) };
	};

	it('D6 is allowed when the result is in the Center, and names the ledger entry and the arrival', () => {
		const { story, recorded, arrived } = ready();
		expect(answer(story, aHandOut, as('centerInspector'))).toMatchObject({
			ok: true,
			value: [{ type: 'handedOut', on: [recorded, arrived] }]
		});
	});

	it('D6 says where the result is when it is not here yet', () => {
		const story = aStory();
		story.accepted();
		expect(answer(story, aHandOut, as('centerInspector'))).toMatchObject({
			ok: false,
			code: 'notReady',
			params: { holder: 'window' }
		});
	});

	it('D7 asks for an identity document without the receipt and from a representative', () => {
		const { story } = ready();
		expect(answer(story, { ...aHandOut, withReceipt: false }, as('centerInspector'))).toMatchObject({
			code: 'identityMissing'
		});
		expect(answer(story, { ...aHandOut, to: 'powerOfAttorney' }, as('centerInspector'))).toMatchObject({
			code: 'identityMissing'
		});
		const details = { ...aHandOut.details, identityDocument: { kind: 'жеке куәлік', number: '012345678' } };
		expect(answer(story, { ...aHandOut, withReceipt: false, details }, as('centerInspector'))).toMatchObject({
			ok: true,
			value: [{ type: 'handedOutWithoutReceipt' }]
		});
	});

	it('D6 happens once', () => {
		const story = aStory();
		story.whole();
		expect(answer(story, aHandOut, as('centerInspector'))).toMatchObject({ code: 'alreadyHandedOut' });
	});
});

describe('the body’s clerk', () => {
	const note: Command = {
		kind: 'noteResult',
		decision: 'refusal',
		executor: 'e' as StaffId,
		head: 'h' as StaffId,
		ledgerNumber: '118',
		sheets: 1
	};

	it('D8 registers a packet that arrived, once', () => {
		const story = aStory();
		const arrived = story.arrived(story.dispatched(story.collected(story.accepted())));
		expect(answer(story, { kind: 'register' }, as('chancery'))).toMatchObject({
			ok: true,
			value: [{ type: 'registered', on: [arrived] }]
		});
		story.registered(arrived);
		expect(answer(story, { kind: 'register' }, as('chancery'))).toMatchObject({ code: 'alreadyDone' });
	});

	it('D9 enters a decision made on paper as its chain of facts, each saying whose hand is on the paper', () => {
		const story = aStory();
		const registered = story.registered(story.arrived(story.dispatched(story.collected(story.accepted()))));
		const verdict = answer(story, note, as('chancery'));
		expect(verdict).toMatchObject({
			ok: true,
			value: [
				{ id: 'new-1', type: 'assigned', on: [registered], body: { fromPaper: { by: 'h' } } },
				{ id: 'new-2', type: 'drafted', on: ['new-1'], body: { decision: 'refusal', fromPaper: { by: 'e' } } },
				{ id: 'new-3', type: 'signed', on: ['new-2'], body: { fromPaper: { by: 'h' } } },
				{ type: 'recorded', on: ['new-3'], body: { decision: 'refusal', ledgerNumber: '118' } }
			]
		});
	});

	it('D9 enters only what is not in the journal yet', () => {
		const story = aStory();
		const drafted = story.drafted(
			story.assigned(story.registered(story.arrived(story.dispatched(story.collected(story.accepted()))))),
			'refusal'
		);
		const verdict = answer(story, note, as('chancery'));
		expect(verdict.ok && verdict.value.map(({ type }) => type)).toEqual(['signed', 'recorded']);
		expect(verdict).toMatchObject({ value: [{ on: [drafted] }, {}] });
	});

	it('D8 does not take in what has not arrived', () => {
		const story = aStory();
		const dispatched = story.dispatched(story.collected(story.accepted()));
		expect(answer(story, { kind: 'register' }, as('chancery'))).toMatchObject({ code: 'notArrived' });
		story.arrived(dispatched, 'missing');
		expect(answer(story, { kind: 'register' }, as('chancery'))).toMatchObject({ code: 'notArrived' });
	});

	it('D8 does not take in what is being looked for', () => {
		const story = aStory();
		const arrived = story.arrived(story.dispatched(story.collected(story.accepted())));
		story.add('lost', { paper: 'packet' }, { on: [arrived] }, { text: 'Шкафта жоқ' });
		expect(answer(story, { kind: 'register' }, as('chancery'))).toMatchObject({ code: 'lookedFor' });
	});
});

describe('prints', () => {
	it('D10 are counted, so that a reprint says which copy it is', () => {
		const story = aStory();
		story.accepted();
		const print: Command = { kind: 'print', document: 'receipt', reason: 'first' };
		expect(answer(story, print, as('centerInspector'))).toMatchObject({ value: [{ body: { copy: 1 } }] });
		story.add('printed', { document: 'receipt', copy: 1, reason: 'first' });
		expect(answer(story, { ...print, reason: 'printerFailed' }, as('centerInspector'))).toMatchObject({
			value: [{ body: { copy: 2 } }]
		});
		expect(answer(story, { kind: 'spoilReceipt', copy: 2, text: '' }, as('centerInspector'))).toMatchObject({
			code: 'unknownFact'
		});
	});

	it('D11 a document brought later is added while nothing is decided', () => {
		const story = aStory();
		story.accepted();
		const amend: Command = { kind: 'amend', documents: [{ name: 'Анықтама', form: 'copy', sheets: 3 }] };
		const verdict = answer(story, amend, as('centerInspector'));
		expect(verdict).toMatchObject({
			ok: true,
			value: [
				{ type: 'amended', body: { documents: [{ form: 'copy', sheets: 3 }] }, details: { documents: ['Анықтама'] } }
			]
		});
		story.add(
			'amended',
			{ what: 'documents', documents: [{ form: 'copy', sheets: 3 }] },
			{},
			{ documents: ['Анықтама'] }
		);
		expect(story.fold().documents.map(({ name, sheets }) => `${name} ${sheets}`)).toEqual([
			'Туу туралы куәлік 2',
			'Анықтама 3'
		]);
	});
});
