import { describe, expect, it } from 'vitest';
import { type DecideContext } from '../application/context.ts';
import { factForms } from '../fact/fact.ts';
import { type FactId, type JournalId, type OrgId, type StaffId } from '../fact/ids.ts';
import { plainDate } from '../time/plain-date.ts';
import * as v from 'valibot';
import { ALMATY } from '../time/zone.ts';
import { aDayClosing, EVEN_PAPERS } from '#tests/support/a-day-closing.ts';
import { recorder } from '#tests/support/recorded-fact.ts';
import { type Closing, closingsOf } from './day-closing-cover.ts';
import { balanceRecord, checkedPapers, closeDay, closedPlaceOf, closingAgrees, lastSerialsOf } from './day-closing.ts';

const MONDAY = plainDate('2026-11-23');
const CENTER = 'center-04' as OrgId;
const context: DecideContext = {
	actor: 'staff-5' as StaffId,
	role: 'centerHead',
	org: CENTER,
	now: 0,
	newId: () => 'new' as FactId
};
const noWords = { text: '', keptAt: '' };

describe('closing the day', () => {
	it('Z40 a day with papers that nobody explained is not closed', () => {
		expect(closeDay({ closing: aDayClosing({ unexplained: 3 }), words: noWords }, false, context)).toEqual({
			ok: false,
			code: 'dayOpen',
			params: { n: 3 }
		});
		expect(closeDay({ closing: aDayClosing({ unexplained: 1 }), words: noWords }, false, context).ok).toBe(false);
		expect(closeDay({ closing: aDayClosing(), words: noWords }, false, context).ok).toBe(true);
	});

	it('Z41 the head closes the day, whoever has a shift hands it over', () => {
		expect(
			closeDay({ closing: aDayClosing(), words: noWords }, false, { ...context, role: 'centerInspector' })
		).toMatchObject({ ok: false, code: 'noRight' });
		const shift = aDayClosing({ kind: 'shiftHandedOver' });
		expect(
			closeDay({ closing: shift, words: noWords }, false, { ...context, role: 'centerInspector', window: '2' })
		).toMatchObject({
			ok: true,
			value: [{ type: 'shiftHandedOver', body: { window: '2', date: MONDAY } }]
		});
		expect(closeDay({ closing: shift, words: noWords }, false, context)).toMatchObject({ ok: false, code: 'noRight' });
		expect(closeDay({ closing: aDayClosing(), words: noWords }, false, { ...context, role: 'head' }).ok).toBe(true);
	});

	it('Z42 a balance that does not come out even needs a word; the word goes beside the fact', () => {
		const odd = aDayClosing({ packets: checkedPapers(EVEN_PAPERS, 5) });
		expect(closingAgrees(odd)).toBe(false);
		expect(odd.packets.moved).toBe(-1);
		expect(closeDay({ closing: odd, words: noWords }, false, context)).toMatchObject({
			ok: false,
			code: 'balanceUneven'
		});
		const missing = aDayClosing({ numbers: { ...aDayClosing().numbers, issued: 62 } });
		expect(closeDay({ closing: missing, words: { text: ' ', keptAt: 'сейф' } }, false, context)).toMatchObject({
			ok: false,
			code: 'balanceUneven'
		});
		expect(closeDay({ closing: odd, words: { text: 'Бір пакет табылды', keptAt: '' } }, false, context)).toMatchObject({
			ok: true,
			value: [{ details: { text: 'Бір пакет табылды' } }]
		});
	});

	it('Z43 a closing is one fact of the org with its day, its places and its balances', () => {
		const verdict = closeDay({ closing: aDayClosing(), words: { text: '', keptAt: 'сейф № 1' } }, false, context);
		if (!verdict.ok) throw new Error(verdict.code);
		const [draft, ...more] = verdict.value;
		expect(more).toEqual([]);
		expect(draft).toMatchObject({
			type: 'dayClosed',
			subject: { kind: 'org', org: CENTER },
			body: { date: MONDAY, covers: [{ journal: 'J', from: 1, to: 9 }] },
			details: { keptAt: 'сейф № 1' }
		});
		expect(v.is(factForms.dayClosed.body, draft!.body)).toBe(true);
		const balance = balanceRecord(aDayClosing());
		expect(balance).toMatchObject({ issued: 61, waiting: 3, 'packets/start': 4, 'packets/left': 2, 'serial/7': 61 });
		expect(lastSerialsOf(balance)).toEqual({ 7: 61 });
	});

	it('Z53 a closing keeps what was still open and the devices of which nothing had come', () => {
		const silent = { journal: 'K' as JournalId, seq: 7, actor: 'staff-2' as StaffId, at: 5 };
		const given = aDayClosing({ parked: 2, missing: [{ ...silent, window: '3' }] });
		const verdict = closeDay({ closing: given, words: noWords }, false, context);
		if (!verdict.ok || verdict.value[0]?.type !== 'dayClosed') throw new Error('not closed');
		const { body } = verdict.value[0];
		expect(v.is(factForms.dayClosed.body, body)).toBe(true);
		const recorded = recorder({ actor: context.actor, role: 'centerHead', org: CENTER });
		const { date, covers } = body;
		const before = { ...verdict.value[0], body: { date, covers } };
		const facts = [recorded(before, 'old', { at: 1 }), recorded(verdict.value[0], 'new', { at: 2 })];
		expect(closingsOf(facts, 'dayClosed', { org: CENTER }, { zone: ALMATY })).toMatchObject([
			{ fact: 'old', open: null, silent: [] },
			{ fact: 'new', open: { parked: 2, discrepancies: 0 }, silent: [{ ...silent, window: null }] }
		]);
		const shift = closeDay({ closing: aDayClosing({ kind: 'shiftHandedOver', parked: 1 }), words: noWords }, false, {
			...context,
			role: 'centerInspector'
		});
		expect(shift).toMatchObject({ value: [{ body: { open: { parked: 1, discrepancies: 0 } } }] });
	});

	it('Z44 a day that is closed and has nothing new is not closed again', () => {
		const before = { date: MONDAY } as Closing;
		expect(closeDay({ closing: aDayClosing({ records: 0, before }), words: noWords }, false, context)).toMatchObject({
			ok: false,
			code: 'nothingToClose'
		});
		expect(closeDay({ closing: aDayClosing({ records: 1, before }), words: noWords }, false, context).ok).toBe(true);
		const later = { ...before, date: plainDate('2026-11-24') };
		expect(
			closeDay({ closing: aDayClosing({ records: 0, before: later }), words: noWords }, false, context)
		).toMatchObject({ code: 'nothingToClose' });
		expect(
			closeDay(
				{ closing: aDayClosing({ records: 0, before: { ...before, date: plainDate('2026-11-20') } }), words: noWords },
				false,
				context
			).ok
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
