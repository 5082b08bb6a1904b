import { plainDate } from '../time/plain-date.ts';
import { describe, expect, it } from 'vitest';
import { type OrgId } from '../fact/ids.ts';
import { checkedRowsOf, checklistOf, countStates, foundOf } from './checklist.ts';
import { bodyOnLabel } from './label-body.ts';
import { isOvertaken, lastScanned, pileOf } from './list-rows.ts';
import { openPapersOf } from './open-papers.ts';
import { slotOfRound } from './round-slot.ts';
import { ALMATY } from '../time/zone.ts';

const CENTER = 'center-04' as OrgId;
const BODY = 'body-15' as OrgId;
const scanned = (paper: string, at = 1) => ({ paper, at, mark: 'scanned' as const, remark: '' });

describe('a list in the making', () => {
	it('R12 reads the body from the label’s small QR, and from nothing else', () => {
		expect(bodyOnLabel('3:body-15:2026-11-23')).toBe(BODY);
		expect(bodyOnLabel('3:BODY-15:2026-11-23')).toBe(BODY);
		expect(bodyOnLabel('9f86d081884c7d65')).toBeNull();
		expect(bodyOnLabel('3:<b>:2026-11-23')).toBeNull();
		expect(bodyOnLabel(null)).toBeNull();
	});

	it('R13 drops a row that the facts have overtaken, and keeps one that nobody knows', () => {
		const at = (packetAt: string, resultAt: string | null = null) => ({ packetAt, resultAt, body: BODY });
		expect(isOvertaken('collect', at(`window/${CENTER}/1`), CENTER)).toBe(false);
		expect(isOvertaken('collect', at(`collection/${CENTER}`), CENTER)).toBe(true);
		expect(isOvertaken('dispatch', at(`collection/${CENTER}`), CENTER)).toBe(false);
		expect(isOvertaken('dispatch', at('unknown/neverSeen'), CENTER)).toBe(false);
		expect(isOvertaken('dispatch', at(`transit/${BODY}/9`), CENTER)).toBe(true);
		expect(isOvertaken('dispatch', undefined, CENTER)).toBe(false);
		expect(isOvertaken('arrive', at(`transit/${BODY}/9`), BODY)).toBe(false);
		expect(isOvertaken('arrive', at(`chancery/${BODY}`), BODY)).toBe(true);
		expect(isOvertaken('return', at('x', `chancery/${BODY}`), BODY)).toBe(false);
		expect(isOvertaken('return', at('x', `transit/${CENTER}/9`), BODY)).toBe(true);
		expect(isOvertaken('resultsArrive', at('x', `transit/${CENTER}/9`), CENTER)).toBe(false);
		expect(isOvertaken('resultsArrive', at('x', `collection/${CENTER}`), CENTER)).toBe(true);
	});

	it('R14 puts a packet on the pile that its application names, once it is known', () => {
		expect(pileOf({ org: 'body-01' as OrgId }, { body: BODY })).toBe(BODY);
		expect(pileOf({ org: BODY }, undefined)).toBe(BODY);
	});

	it('R15 undoes the latest scan, never a mark set by hand', () => {
		const rows = [scanned('a', 1), scanned('b', 3), { paper: 'c', at: 9, mark: 'missing' as const }];
		expect(lastScanned(rows)?.paper).toBe('b');
		expect(lastScanned([])).toBeUndefined();
	});

	it('R16 tells five states at arrival, and what was not scanned is not missing', () => {
		const rows = checklistOf(
			['a', 'b', 'c', 'd', 'e'],
			[
				scanned('a'),
				{ ...scanned('b'), mark: 'damaged', remark: ' torn ' },
				{ ...scanned('c'), mark: 'missing', remark: 'not in the bag' },
				{ ...scanned('d'), mark: 'carried' },
				scanned('x')
			]
		);
		expect(rows.map(({ state }) => state)).toEqual([
			'received',
			'damaged',
			'missing',
			'carried',
			'notScanned',
			'extra'
		]);
		expect(foundOf(rows)).toEqual({ papers: ['a', 'b', 'x'], damaged: 1 });
		expect(countStates(rows)).toEqual({ received: 1, damaged: 1, missing: 1, carried: 1, notScanned: 1, extra: 1 });
		expect(checkedRowsOf(rows)).toBeNull();
		expect(checkedRowsOf(rows.filter(({ state }) => state !== 'notScanned'))).toEqual({
			rows: [
				{ paper: 'a', state: 'received' },
				{ paper: 'b', state: 'damaged' },
				{ paper: 'c', state: 'missing' },
				{ paper: 'd', state: 'carried' },
				{ paper: 'x', state: 'extra' }
			],
			remarks: { b: 'torn', c: 'not in the bag' }
		});
	});

	it('R16 without a register nothing is extra and nothing is missing', () => {
		expect(checklistOf(undefined, [scanned('a')]).map(({ state }) => state)).toEqual(['received']);
	});

	it('R17 looks again for what was missing or left for tomorrow, and for nothing that was found', () => {
		const rows = (['underway', 'received', 'missing', 'extra', 'damaged', 'carried'] as const).map((state) => ({
			paper: state,
			state
		}));
		expect(openPapersOf({ rows })).toEqual(['underway', 'missing', 'carried']);
	});

	it('R18 counts a round for the nearest slot of its day, and for none on a day off', () => {
		const hours = { open: 540, close: 1080, lunch: null, weekdays: [1, 2, 3, 4, 5] as const };
		const calendar = {
			days: new Map(),
			weekend: [6, 7] as const,
			from: plainDate('2012-01-01'),
			to: plainDate('2027-12-31')
		};
		const context = { zone: ALMATY, hours: { ...hours, weekdays: [...hours.weekdays] }, calendar };
		const monday = Date.UTC(2026, 10, 23, 5, 50);
		expect(slotOfRound(monday, [630, 810, 1020], context)).toEqual({ date: '2026-11-23', minutes: 630 });
		expect(slotOfRound(Date.UTC(2026, 10, 22, 5, 50), [630], context)).toBeUndefined();
	});
});
