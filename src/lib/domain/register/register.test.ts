import { describe, expect, it } from 'vitest';
import { aStory, BODY, CENTER, MORNING, NUMBER, REGISTER, RESULT, type Story } from '#tests/support/a-story.ts';
import { type FactId, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { arrive, collect, dispatch, handsAtWindow } from './list-acts.ts';
import { foldRegister } from './register.ts';
import { judgeScan, type OpenList, type Purpose } from './scan-verdict.ts';

const context = (role: Role, org = CENTER) => ({
	actor: 'me' as StaffId,
	role,
	org,
	now: MORNING,
	newId: () => 'x' as FactId
});
const open = (purpose: Purpose, more: Partial<OpenList> = {}): OpenList => ({ purpose, rows: [], ...more });
const judge = (story: Story, purpose: Purpose, more: Partial<OpenList> = {}, org = CENTER) =>
	judgeScan(purpose === 'return' || purpose === 'resultsArrive' ? RESULT : NUMBER, story.fold(), open(purpose, more), {
		org
	});
const accepted = () => {
	const story = aStory();
	return { story, id: story.accepted() };
};
const collected = () => {
	const story = aStory();
	return { story, id: story.collected(story.accepted()) };
};

describe('a scan', () => {
	it('R1 sorts a collected packet to the register of its body', () => {
		expect(judge(collected().story, 'dispatch')).toEqual({ kind: 'ok', org: BODY });
	});

	it('R2 of a paper that is on the list already is a repeat, and says since when', () => {
		expect(judge(collected().story, 'dispatch', { rows: [{ paper: NUMBER, at: 5 }] })).toEqual({
			kind: 'repeat',
			at: 5
		});
	});

	it('R3 of another body’s packet is refused only when the list is locked to one', () => {
		const other = 'body-01' as OrgId;
		expect(judge(collected().story, 'dispatch', { lockedTo: other })).toEqual({ kind: 'foreign', org: BODY });
		expect(judge(collected().story, 'arrive', {}, other)).toEqual({ kind: 'foreign', org: BODY });
	});

	it('R4 of a good number that this device does not know is taken in as known by number only', () => {
		expect(judgeScan(NUMBER, undefined, open('dispatch'), { org: CENTER })).toEqual({ kind: 'unknown', org: null });
		expect(judgeScan(NUMBER, undefined, open('dispatch', { lockedTo: BODY }), { org: CENTER })).toEqual({
			kind: 'unknown',
			org: BODY
		});
	});

	it('R4 knows the body of an unknown packet from its label', () => {
		expect(judgeScan(NUMBER, undefined, open('dispatch'), { org: CENTER }, BODY)).toEqual({
			kind: 'unknown',
			org: BODY
		});
		expect(judgeScan(NUMBER, undefined, open('arrive'), { org: 'body-01' as OrgId }, BODY)).toEqual({
			kind: 'foreign',
			org: BODY
		});
	});

	it('R5 of the other paper is told: a result does not leave with packets', () => {
		expect(judgeScan(RESULT, undefined, open('dispatch'), { org: CENTER })).toMatchObject({
			kind: 'refused',
			refusal: { code: 'wrongPaper' }
		});
	});

	it('R6 of a packet that nobody collected is taken and told, for it is on the cart', () => {
		const story = aStory();
		story.accepted();
		expect(judge(story, 'dispatch')).toEqual({ kind: 'ok', org: BODY, note: 'notCollected' });
	});

	it('R20 of another window’s packet is taken and told', () => {
		const story = aStory();
		story.accepted();
		const holder = story.fold().packet.holder;
		const own = holder.kind === 'window' ? holder.window : '';
		expect(judge(story, 'collect', { window: own })).toEqual({ kind: 'ok', org: BODY });
		expect(judge(story, 'collect', { window: 'another' })).toEqual({ kind: 'ok', org: BODY, note: 'otherWindow' });
		expect(judge(story, 'collect')).toEqual({ kind: 'ok', org: BODY });
	});

	it('R7 at the body tells what was not on the register', () => {
		const { story, id } = collected();
		story.dispatched(id);
		expect(judge(story, 'arrive', { expected: [NUMBER] }, BODY)).toEqual({ kind: 'ok', org: BODY });
		expect(judge(story, 'arrive', { expected: [] }, BODY)).toEqual({ kind: 'ok', org: BODY, note: 'extra' });
	});
});

describe('one fact for a batch', () => {
	it('R8 a collection has two persons, and a round with nothing is a fact too', () => {
		const { story, id } = accepted();
		const list = { number: REGISTER, papers: [NUMBER], window: '2', countersigned: null };
		expect(collect(list, () => story.fold(), context('accumulationInspector'))).toMatchObject({
			code: 'countersignMissing'
		});
		const hand = { actor: 'other' as StaffId, role: 'centerInspector', by: 'pin' } as const;
		expect(
			collect({ ...list, countersigned: hand }, () => story.fold(), context('accumulationInspector'))
		).toMatchObject({
			ok: true,
			value: [{ type: 'collected', countersigned: hand, body: { rows: [{ paper: NUMBER, on: id }] } }]
		});
		expect(
			collect(
				{ ...list, countersigned: { ...hand, actor: 'me' as StaffId } },
				() => undefined,
				context('accumulationInspector')
			)
		).toMatchObject({ code: 'countersignSame' });
		expect(collect({ ...list, papers: [] }, () => undefined, context('accumulationInspector'))).toMatchObject({
			ok: true,
			value: [{ body: { rows: [] } }]
		});
	});

	it('R21 at the window the collector acts and its inspector countersigns', () => {
		const collector = { id: 'collector' as StaffId, roles: ['accumulationInspector'] as Role[] };
		const hands = handsAtWindow(collector, 'me' as StaffId);
		expect(hands).toEqual({
			ok: true,
			value: {
				actor: 'collector',
				role: 'accumulationInspector',
				countersigned: { actor: 'me', role: 'centerInspector', by: 'pin' }
			}
		});
		const { story, id } = accepted();
		const list = { number: REGISTER, papers: [NUMBER], window: '2' };
		if (hands.ok)
			expect(
				collect({ ...list, countersigned: hands.value.countersigned }, () => story.fold(), {
					...context('centerInspector'),
					actor: hands.value.actor,
					role: hands.value.role
				})
			).toMatchObject({ ok: true, value: [{ type: 'collected', body: { rows: [{ paper: NUMBER, on: id }] } }] });
	});

	it('R21 refuses a colleague who does not collect, and one person as both', () => {
		const window = { id: 'x' as StaffId, roles: ['centerInspector'] as Role[] };
		expect(handsAtWindow(window, 'me' as StaffId)).toMatchObject({ code: 'noRight' });
		const both = { id: 'me' as StaffId, roles: ['centerInspector', 'accumulationInspector'] as Role[] };
		expect(handsAtWindow(both, 'me' as StaffId)).toMatchObject({ code: 'countersignSame' });
	});

	it('R9 a dispatch names its courier and holds packets of one body only', () => {
		const { story } = collected();
		const list = { number: REGISTER, papers: [NUMBER], toBody: BODY, courier: ' ' };
		expect(dispatch(list, () => story.fold(), context('accumulationInspector'))).toMatchObject({
			code: 'courierMissing'
		});
		expect(
			dispatch(
				{ ...list, courier: 'Әлі', toBody: 'body-01' as OrgId },
				() => story.fold(),
				context('accumulationInspector')
			)
		).toMatchObject({ code: 'wrongBody' });
		expect(dispatch({ ...list, courier: 'Әлі' }, () => story.fold(), context('accumulationInspector'))).toMatchObject({
			ok: true,
			value: [{ type: 'dispatched', details: { courier: 'Әлі' } }]
		});
		expect(dispatch({ ...list, courier: 'Әлі' }, () => story.fold(), context('centerInspector'))).toMatchObject({
			code: 'noRight'
		});
	});

	it('R10 what is missing or damaged on arrival needs a word', () => {
		const list = {
			number: REGISTER,
			register: REGISTER,
			rows: [{ paper: NUMBER, state: 'missing' as const }],
			remarks: {}
		};
		expect(arrive('arrived', list, () => undefined, context('chancery', BODY))).toMatchObject({
			code: 'reasonMissing'
		});
		expect(
			arrive(
				'arrived',
				{ ...list, remarks: { [NUMBER]: 'Курьерде қалған' } },
				() => undefined,
				context('chancery', BODY)
			)
		).toMatchObject({ ok: true });
	});
});

describe('a register', () => {
	it('R11 never changes after its dispatch; what was found is added to its rows', () => {
		const { story, id } = collected();
		const dispatched = story.dispatched(id);
		expect(foldRegister(REGISTER, story.facts.slice(2))).toMatchObject({
			kind: 'dispatch',
			to: BODY,
			rows: [{ paper: NUMBER, state: 'underway' }],
			arrivedAt: null
		});
		story.arrived(dispatched, 'damaged');
		expect(foldRegister(REGISTER, story.facts.slice(2))).toMatchObject({
			fact: dispatched,
			rows: [{ paper: NUMBER, state: 'damaged' }]
		});
	});

	it.each([
		['another body’s, to which a copy of the store sent the same number', { org: 'body-01' as OrgId }, 'underway'],
		['its own body’s', {}, 'received']
	])('R52 is checked by whom it was sent to: a check that is %s', (_whose, by, state) => {
		const { story, id } = collected();
		story.arrived(story.dispatched(id), 'received', by);
		const { rows, arrivedAt } = foldRegister(REGISTER, story.facts.slice(2))!;
		expect(rows).toEqual([{ paper: NUMBER, state }]);
		expect(arrivedAt !== null).toBe(state === 'received');
	});

	it('R11 is unknown while only its arrival is known', () => {
		const story = aStory();
		story.arrived();
		expect(foldRegister(REGISTER, story.facts)).toBeNull();
	});
});
