import { describe, expect, it } from 'vitest';
import { type DecideContext } from '../application/context.ts';
import { factForms } from '../fact/fact.ts';
import { type FactId, type JournalId, type OrgId, type StaffId } from '../fact/ids.ts';
import { plainDate } from '../time/plain-date.ts';
import * as v from 'valibot';
import { ALMATY } from '../time/zone.ts';
import { recorder } from '#tests/support/recorded-fact.ts';
import { type Closing, closingsOf } from './day-closing-cover.ts';
import {
	balanceRecord,
	checkedPapers,
	closeDay,
	closedPlaceOf,
	closingAgrees,
	type DayClosing,
	lastSerialsOf
} from './day-closing.ts';

const MONDAY = plainDate('2026-11-23');
const CENTER = 'center-04' as OrgId;
const context: DecideContext = {
	actor: 'staff-5' as StaffId,
	role: 'centerHead',
	org: CENTER,
	now: 0,
	newId: () => 'new' as FactId
};
const even = { start: 4, came: { accepted: 60 }, went: { dispatched: 62 }, left: 2 };
const closing = (more: Partial<DayClosing> = {}): DayClosing => ({
	kind: 'dayClosed',
	place: { kind: 'center', org: CENTER },
	date: MONDAY,
	covers: [{ journal: 'J' as JournalId, from: 1, to: 9 }],
	records: 9,
	late: [],
	numbers: {
		issued: 61,
		earlier: 0,
		saved: 61,
		sent: 58,
		waiting: 3,
		annulled: 1,
		reprinted: 2,
		spoiled: 0,
		handwritten: 0,
		lastSerials: { 7: 61 },
		ranges: [{ device: 7, from: 1, to: 61 }],
		missing: []
	},
	packets: checkedPapers(even, 4),
	results: checkedPapers({ start: 0, came: {}, went: {}, left: 0 }, undefined),
	slots: [],
	parked: 0,
	elsewhere: [],
	acceptedBy: [],
	setAside: 0,
	unexplainedAside: 0,
	unexplained: 0,
	missing: [],
	before: null,
	...more
});
const noWords = { text: '', keptAt: '' };

describe('closing the day', () => {
	it('Z40 a day with papers that nobody explained is not closed', () => {
		expect(closeDay(closing({ unexplained: 3 }), noWords, context)).toEqual({
			ok: false,
			why: 'unexplained',
			count: 3
		});
		expect(closeDay(closing({ unexplained: 1 }), noWords, context).ok).toBe(false);
		expect(closeDay(closing(), noWords, context).ok).toBe(true);
	});

	it('Z41 the head closes the day, whoever has a shift hands it over', () => {
		expect(closeDay(closing(), noWords, { ...context, role: 'centerInspector' })).toEqual({
			ok: false,
			why: 'noRight'
		});
		const shift = closing({ kind: 'shiftHandedOver' });
		expect(closeDay(shift, noWords, { ...context, role: 'centerInspector', window: '2' })).toMatchObject({
			ok: true,
			drafts: [{ type: 'shiftHandedOver', body: { window: '2', date: MONDAY } }]
		});
		expect(closeDay(shift, noWords, context)).toEqual({ ok: false, why: 'noRight' });
		expect(closeDay(closing(), noWords, { ...context, role: 'head' }).ok).toBe(true);
	});

	it('Z42 a balance that does not come out even needs a word; the word goes beside the fact', () => {
		const odd = closing({ packets: checkedPapers(even, 5) });
		expect(closingAgrees(odd)).toBe(false);
		expect(odd.packets.moved).toBe(-1);
		expect(closeDay(odd, noWords, context)).toEqual({ ok: false, why: 'textMissing' });
		const missing = closing({ numbers: { ...closing().numbers, issued: 62 } });
		expect(closeDay(missing, { text: ' ', keptAt: 'сейф' }, context)).toEqual({ ok: false, why: 'textMissing' });
		expect(closeDay(odd, { text: 'Бір пакет табылды', keptAt: '' }, context)).toMatchObject({
			ok: true,
			drafts: [{ details: { text: 'Бір пакет табылды' } }]
		});
	});

	it('Z43 a closing is one fact of the org with its day, its places and its balances', () => {
		const verdict = closeDay(closing(), { text: '', keptAt: 'сейф № 1' }, context);
		if (!verdict.ok) throw new Error(verdict.why);
		const [draft, ...more] = verdict.drafts;
		expect(more).toEqual([]);
		expect(draft).toMatchObject({
			type: 'dayClosed',
			subject: { kind: 'org', org: CENTER },
			body: { date: MONDAY, covers: [{ journal: 'J', from: 1, to: 9 }] },
			details: { keptAt: 'сейф № 1' }
		});
		expect(v.is(factForms.dayClosed.body, draft!.body)).toBe(true);
		const balance = balanceRecord(closing());
		expect(balance).toMatchObject({ issued: 61, waiting: 3, 'packets/start': 4, 'packets/left': 2, 'serial/7': 61 });
		expect(lastSerialsOf(balance)).toEqual({ 7: 61 });
	});

	it('Z53 a closing keeps what was still open and the devices of which nothing had come', () => {
		const silent = { journal: 'K' as JournalId, seq: 7, actor: 'staff-2' as StaffId, at: 5 };
		const given = closing({ parked: 2, missing: [{ ...silent, window: '3' }] });
		const verdict = closeDay(given, noWords, context);
		if (!verdict.ok || verdict.drafts[0]?.type !== 'dayClosed') throw new Error('not closed');
		const { body } = verdict.drafts[0];
		expect(v.is(factForms.dayClosed.body, body)).toBe(true);
		const recorded = recorder({ actor: context.actor, role: 'centerHead', org: CENTER });
		const { date, covers } = body;
		const before = { ...verdict.drafts[0], body: { date, covers } };
		const facts = [recorded(before, 'old', { at: 1 }), recorded(verdict.drafts[0], 'new', { at: 2 })];
		expect(closingsOf(facts, 'dayClosed', { org: CENTER }, { zone: ALMATY })).toMatchObject([
			{ fact: 'old', open: null, silent: [] },
			{ fact: 'new', open: { parked: 2, discrepancies: 0 }, silent: [{ ...silent, window: null }] }
		]);
		const shift = closeDay(closing({ kind: 'shiftHandedOver', parked: 1 }), noWords, {
			...context,
			role: 'centerInspector'
		});
		expect(shift).toMatchObject({ drafts: [{ body: { open: { parked: 1, discrepancies: 0 } } }] });
	});

	it('Z44 a day that is closed and has nothing new is not closed again', () => {
		const before = { date: MONDAY } as Closing;
		expect(closeDay(closing({ records: 0, before }), noWords, context)).toEqual({ ok: false, why: 'nothingNew' });
		expect(closeDay(closing({ records: 1, before }), noWords, context).ok).toBe(true);
		const later = { ...before, date: plainDate('2026-11-24') };
		expect(closeDay(closing({ records: 0, before: later }), noWords, context)).toMatchObject({ why: 'nothingNew' });
		expect(
			closeDay(closing({ records: 0, before: { ...before, date: plainDate('2026-11-20') } }), noWords, context).ok
		).toBe(true);
	});

	it('Z45 each role balances its own place: the Center, the body, a window, the collection unit, the clerk’s desk', () => {
		expect(closedPlaceOf('centerHead', CENTER, null)).toEqual({ kind: 'center', org: CENTER });
		expect(closedPlaceOf('head', CENTER, null)).toEqual({ kind: 'body', org: CENTER });
		expect(closedPlaceOf('centerInspector', CENTER, '2')).toEqual({ kind: 'window', org: CENTER, window: '2' });
		expect(closedPlaceOf('centerInspector', CENTER, null)).toBeNull();
		expect(closedPlaceOf('accumulationInspector', CENTER, null)).toEqual({ kind: 'collection', org: CENTER });
		expect(closedPlaceOf('chancery', CENTER, null)).toEqual({ kind: 'chancery', org: CENTER });
		expect(closedPlaceOf('executor', CENTER, null)).toBeNull();
	});
});
