import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recorder } from '#tests/support/recorded-fact.ts';
import { type DecideContext } from '../application/context.ts';
import { type Fact } from '../fact/fact.ts';
import { type FactId, type OrgId, type StaffId } from '../fact/ids.ts';
import { makePaperNumber } from '../number/paper-number.ts';
import { foldTray } from './tray.ts';
import { setAside, settleTray } from './tray-acts.ts';

const CENTER = 'center-04' as OrgId;
const BODY = 'body-15' as OrgId;
const NUMBER = makePaperNumber(1, 7, 42, 731);
const context: DecideContext = {
	actor: 'staff-1' as StaffId,
	role: 'accumulationInspector',
	org: CENTER,
	now: 0,
	newId: () => 'new' as FactId
};

const recorded = recorder({ actor: 'staff-1' as StaffId, role: 'accumulationInspector', org: CENTER });

function aside(id: string, more: Partial<Fact> = {}): Fact {
	const verdict = setAside({ why: 'unreadable', number: null, text: 'Көк конверт' }, context);
	if (!verdict.ok) throw new Error(verdict.code);
	return recorded(verdict.value[0]!, id, more);
}

function settled(item: string, id: string, more: Partial<Fact> = {}): Fact {
	const tray = foldTray([aside(item)], CENTER);
	const verdict = settleTray(tray, { item: item as FactId, way: 'found', text: 'Жапсырмасы табылды' }, context);
	if (!verdict.ok) throw new Error(verdict.code);
	return recorded(verdict.value[0]!, id, more);
}

describe('the tray of what does not fit', () => {
	it('B1 what is set aside waits with its owner and age, the oldest first', () => {
		const tray = foldTray([aside('b', { at: 20 }), aside('a', { at: 10, actor: 'staff-7' as StaffId })], CENTER);
		expect(tray.waiting.map(({ id, owner, at }) => [id, owner, at])).toEqual([
			['a', 'staff-7', 10],
			['b', 'staff-1', 20]
		]);
		expect(tray.settled).toEqual([]);
	});

	it('B1 the age is by legal time: a clock found wrong moves it', () => {
		const fact = aside('a', { at: 10 });
		const tray = foldTray([fact], CENTER, [{ journal: fact.journal, from: 1, to: fact.seq, offsetMs: 500 }]);
		expect(tray.waiting[0]?.at).toBe(510);
	});

	it('B2 a settlement takes what it names off the tray, and says how and by whom', () => {
		const tray = foldTray([aside('a'), aside('b'), settled('a', 's')], CENTER);
		expect(tray.waiting.map(({ id }) => id)).toEqual(['b']);
		expect(tray.settled).toMatchObject([{ id: 'a', settlement: { fact: 's', way: 'found', by: 'staff-1' } }]);
	});

	it('B8 an explanation says why a paper stays: it lies on, explained, until a settlement takes it off', () => {
		const ask = (tray: ReturnType<typeof foldTray>, way: 'stays' | 'matched') =>
			settleTray(tray, { item: 'a' as FactId, way, text: 'Жапсырма ертең басылады' }, context);
		const before = foldTray([aside('a')], CENTER);
		expect(before.waiting).toMatchObject([{ id: 'a', explained: null }]);
		const verdict = ask(before, 'stays');
		if (!verdict.ok) throw new Error(verdict.code);
		const explained = recorded(verdict.value[0]!, 'e', {});
		const after = foldTray([aside('a'), explained], CENTER);
		expect(after.waiting).toMatchObject([{ explained: { by: 'staff-1', text: 'Жапсырма ертең басылады' } }]);
		expect(after.settled).toEqual([]);
		expect(ask(after, 'matched').ok).toBe(true);
	});

	it('B2 of two settlements the earlier one counts', () => {
		const facts = [aside('a'), settled('a', 'later', { at: 2e9 }), settled('a', 'earlier', { at: 1e9 })];
		expect(foldTray(facts, CENTER).settled[0]?.settlement.fact).toBe('earlier');
	});

	it('B3 each org has its own tray', () => {
		const foreign = aside('x', { subject: { kind: 'org', org: BODY } });
		expect(foldTray([aside('a'), foreign], CENTER).waiting.map(({ id }) => id)).toEqual(['a']);
	});

	it('B4 the same facts give the same tray in whatever order and however often they come', () => {
		const facts = [aside('a'), aside('b'), aside('c'), settled('a', 's'), settled('c', 't')];
		const tray = foldTray(facts, CENTER);
		fc.assert(
			fc.property(fc.shuffledSubarray([...facts, ...facts], { minLength: 10, maxLength: 10 }), (shuffled) => {
				expect(foldTray(shuffled, CENTER)).toEqual(tray);
			})
		);
	});

	it('B5 what has no number must be described', () => {
		expect(setAside({ why: 'unreadable', number: null, text: ' ' }, context)).toMatchObject({ code: 'reasonMissing' });
		expect(setAside({ why: 'noRecord', number: NUMBER, text: '' }, context)).toMatchObject({
			ok: true,
			value: [{ body: { number: NUMBER, why: 'noRecord', org: CENTER } }]
		});
	});

	it('B6 a settlement needs a word, and something that still waits', () => {
		const tray = foldTray([aside('a'), aside('b'), settled('b', 's')], CENTER);
		const ask = (item: string, text = 'табылды') =>
			settleTray(tray, { item: item as FactId, way: 'found', text }, context);
		expect(ask('a', ' ')).toMatchObject({ code: 'reasonMissing' });
		expect(ask('b')).toMatchObject({ code: 'alreadyDone' });
		expect(ask('nothing')).toMatchObject({ code: 'unknownFact' });
		expect(ask('a')).toMatchObject({ ok: true, value: [{ on: ['a'] }] });
	});
});
