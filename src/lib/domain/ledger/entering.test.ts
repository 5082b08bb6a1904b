import { describe, expect, it } from 'vitest';
import { plainLaw } from '#tests/support/plain-law.ts';
import { aStory, BODY, NUMBER, RESULT, type Story } from '#tests/support/a-story.ts';
import { foldApplication } from '../application/fold.ts';
import { type FactId, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { ledgerLineOf, struckLinesOf } from './ledger-line.ts';
import { daysOfMonth, month, monthsLater, parseMonth } from './month.ts';
import { recordCommands, type RecordForm, recordFormOf, recordProblems } from './record-form.ts';
import { recordWayOf } from './record-way.ts';

const HEAD = 'staff-5' as StaffId;
const as = (role: Role, org = BODY) => ({
	actor: 'staff-1' as StaffId,
	role,
	org,
	now: 0,
	newId: () => 'new' as FactId
});

/** Applied for at the body, and as far as named. */
function upTo(last: 'accepted' | 'assigned' | 'drafted' | 'signed' | 'recorded', regulation = 'disabled-wheelchair') {
	const story = aStory();
	let on = story.accepted(
		{ org: BODY, role: 'chancery' },
		{ entry: 'body', center: null, regulation: { id: regulation, version: 1 } }
	);
	if (last === 'accepted') return story;
	for (const step of ['assigned', 'drafted', 'signed'] as const) {
		on = story[step](on);
		if (step === last) return story;
	}
	story.add('recorded', { decision: 'notice', sheets: 1, ledgerNumber: '118' }, { on: [on] });
	return story;
}
const fold = (story: Story) => foldApplication(NUMBER, story.facts, plainLaw);
const way = (story: Story, role: Role, paper: typeof RESULT | typeof NUMBER | null = RESULT) => {
	const found = recordWayOf(fold(story), paper, as(role));
	return found.kind === 'refused' ? found.refusal.code : found.kind;
};

describe('what a signed paper allows at the ledger', () => {
	it('L13 what is signed is entered by whom the regulation names', () => {
		expect(way(upTo('signed'), 'chancery')).toBe('record');
		expect(way(upTo('signed'), 'executor')).toBe('noRight');
		expect(way(upTo('signed', 'employment-measures-referral'), 'executor')).toBe('record');
		expect(way(upTo('signed', 'employment-measures-referral'), 'chancery')).toBe('noRight');
		expect(recordWayOf(fold(upTo('signed')), RESULT, as('chancery', 'body-01' as OrgId))).toMatchObject({
			kind: 'refused',
			refusal: { code: 'wrongOrg' }
		});
	});

	it('L13 a draft is told as signed only with the signed paper in hand, by the clerk', () => {
		expect(recordWayOf(fold(upTo('drafted')), RESULT, as('chancery'))).toMatchObject({
			kind: 'sign',
			thenRecord: true,
			recorder: 'chancery'
		});
		expect(recordWayOf(fold(upTo('drafted', 'employment-measures-referral')), RESULT, as('chancery'))).toMatchObject({
			kind: 'sign',
			thenRecord: false,
			recorder: 'executor'
		});
		expect(way(upTo('drafted'), 'chancery', NUMBER)).toBe('scanSigned');
		expect(way(upTo('drafted'), 'chancery', null)).toBe('scanSigned');
		expect(way(upTo('drafted', 'employment-measures-referral'), 'executor')).toBe('notSigned');
	});

	it('L13 a decision that was made on paper is entered from it by the clerk, once', () => {
		expect(way(upTo('assigned'), 'chancery')).toBe('note');
		expect(way(upTo('accepted'), 'chancery', NUMBER)).toBe('note');
		expect(way(upTo('assigned', 'employment-measures-referral'), 'executor')).toBe('wrongStep');
		expect(recordWayOf(fold(upTo('recorded')), RESULT, as('chancery'))).toMatchObject({
			kind: 'already',
			entry: '118'
		});
		const atWindow = aStory();
		atWindow.accepted();
		expect(way(atWindow, 'chancery', NUMBER)).toBe('wrongStep');
	});
});

describe('the form of an entry', () => {
	const form: RecordForm = {
		decision: 'notice',
		executor: 'staff-9',
		head: HEAD,
		entry: '118',
		sheets: '2',
		takenAllowed: false,
		unprinted: '',
		reason: ''
	};
	const asks = { unprinted: false, printedFor: [], drafter: 'staff-9' as StaffId };
	const sign = { kind: 'sign', thenRecord: true, recorder: 'chancery', asks } as const;
	const codes = (more: Partial<RecordForm>, of: Parameters<typeof recordProblems>[1], taken: string[] = []) =>
		recordProblems({ ...form, ...more }, of, taken).map(({ code }) => code);

	it('L14 asks only what the paper has to tell', () => {
		const empty = { decision: '', executor: '', head: '', entry: ' ', sheets: '0' } as const;
		expect(codes(empty, { kind: 'record' })).toEqual(['entryMissing', 'sheetsWrong']);
		expect(codes(empty, sign)).toEqual(['signerMissing', 'entryMissing', 'sheetsWrong']);
		expect(codes(empty, { ...sign, thenRecord: false })).toEqual(['signerMissing']);
		expect(codes(empty, { kind: 'note' })).toEqual([
			'outcomeMissing',
			'executorMissing',
			'signerMissing',
			'entryMissing',
			'sheetsWrong'
		]);
		expect(codes({}, { kind: 'note' })).toEqual([]);
	});

	it('U85 a paper that nobody printed is asked for, and U83 U84 whose hand it is', () => {
		const never = { ...sign, asks: { ...asks, unprinted: true } };
		expect(codes({}, never)).toEqual(['neverPrinted']);
		expect(codes({ unprinted: 'typedByHand' }, never)).toEqual([]);
		const named = { ...sign, asks: { ...asks, printedFor: [{ staff: 'staff-6' as StaffId, acting: true }] } };
		expect(codes({}, named)).toEqual(['otherNameOnPaper']);
		expect(codes({ head: 'staff-6' }, named)).toEqual([]);
		expect(codes({ head: 'staff-9' }, sign)).toEqual(['ownDraft']);
		expect(codes({ head: 'staff-9' }, { kind: 'note' })).toEqual(['ownDraft']);
		expect(codes({ head: 'staff-9', reason: 'Жалғыз' }, { kind: 'note' })).toEqual([]);
	});

	it('L41 the author’s own signature is not taken while another hand is at work', () => {
		const own = { head: 'staff-9', reason: 'Жалғыз' };
		const withOthers = (way: Parameters<typeof recordProblems>[1]) =>
			recordProblems({ ...form, ...own }, way, [], [HEAD]).map(({ code }) => code);
		expect(withOthers(sign)).toEqual(['otherHand']);
		const bears = { ...sign, asks: { ...asks, printedFor: [{ staff: 'staff-9' as StaffId, acting: true }] } };
		expect(withOthers(bears)).toEqual([]);
		expect(withOthers({ kind: 'note' })).toEqual([]);
		expect(codes(own, sign)).toEqual([]);
	});

	it('L3 a taken number stops the entry until it is wanted on purpose', () => {
		expect(codes({}, { kind: 'record' }, [NUMBER])).toEqual(['entryTaken']);
		expect(codes({ takenAllowed: true }, { kind: 'record' }, [NUMBER])).toEqual([]);
	});

	it('L14 signature and entry are two acts, one after the other', () => {
		expect(recordCommands(form, sign, RESULT)).toEqual([
			{ kind: 'sign', paper: RESULT, head: HEAD },
			{ kind: 'record', ledgerNumber: '118', sheets: 2 }
		]);
		expect(recordCommands(form, { ...sign, thenRecord: false }, RESULT)).toHaveLength(1);
		expect(recordCommands(form, { kind: 'note' }, null)).toMatchObject([
			{ kind: 'noteResult', decision: 'notice', executor: 'staff-9', head: HEAD, ledgerNumber: '118', sheets: 2 }
		]);
		expect(recordCommands(form, { kind: 'scanSigned' }, null)).toEqual([]);
	});

	it('L14 begins with the next number, the head and the executor that are known', () => {
		const around = { entry: '119', head: HEAD, executors: ['staff-7' as StaffId] };
		expect(recordFormOf(fold(upTo('assigned')), around)).toMatchObject({
			entry: '119',
			head: HEAD,
			executor: 'staff-9'
		});
		expect(recordFormOf(fold(upTo('accepted')), around)).toMatchObject({ executor: 'staff-7', sheets: '1' });
		expect(recordFormOf(fold(upTo('accepted')), { ...around, executors: [], head: null })).toMatchObject({
			executor: '',
			head: ''
		});
	});
});

describe('the lines of the ledger', () => {
	it('L15 a line tells entry, applicant, decision, hands, and what became of the result', () => {
		const story = upTo('recorded');
		const waiting = ledgerLineOf(fold(story));
		expect(waiting).toMatchObject({
			number: NUMBER,
			entry: '118',
			applicant: 'Оспанов Ержан Қайратұлы',
			decision: 'notice',
			executor: 'staff-1',
			signedBy: { staff: 'staff-1', acting: false },
			fate: { kind: 'waiting', at: null }
		});
		const sent = story.returned('recorded-5' as FactId);
		expect(ledgerLineOf(fold(story))?.fate.kind).toBe('sentToCenter');
		story.resultsArrived(sent);
		expect(ledgerLineOf(fold(story))?.fate.kind).toBe('sentToCenter');
		story.add('handedOut', {
			to: 'applicant',
			sheets: 1,
			originals: { documents: 0, sheets: 0 }
		});
		expect(ledgerLineOf(fold(story))?.fate.kind).toBe('handedOut');
		expect(ledgerLineOf(fold(upTo('signed')))).toBeNull();
	});

	it('L15 a struck-out entry keeps its line and its number', () => {
		const story = upTo('recorded');
		const entry = story.facts.at(-1)!.id;
		story.add('annulled', { reason: 'mistake' }, { on: [entry], org: BODY, role: 'chancery' }, { text: '' });
		expect(ledgerLineOf(fold(story))).toBeNull();
		expect(struckLinesOf(fold(story))).toMatchObject([
			{ entry: '118', decision: 'notice', fate: { kind: 'annulled' } }
		]);
		expect(struckLinesOf(fold(upTo('recorded')))).toEqual([]);
	});

	it('L15 a month is counted over the turn of the year', () => {
		expect(monthsLater(month('2026-12'), 1)).toBe('2027-01');
		expect(monthsLater(month('2026-01'), -1)).toBe('2025-12');
		expect(daysOfMonth(month('2028-02'))).toEqual({ from: '2028-02-01', to: '2028-02-29' });
		expect(parseMonth('2026-13')).toBeUndefined();
		expect(parseMonth(null)).toBeUndefined();
		expect(() => month('2026-0')).toThrow(RangeError);
	});
});
