import { describe, expect, it } from 'vitest';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import { incompleteOn } from './journal-incomplete.ts';

const CENTER = 'center-04' as OrgId;
const DAY = '2026-11-23' as PlainDate;
/** 10:00 in Shymkent. */
const MORNING = Date.UTC(2026, 10, 23, 5);
const HOUR = 3_600_000;

const came = (id: string, at: number, more: object = {}): Fact =>
	({
		id,
		type: 'cameIncomplete',
		journal: 'J',
		seq: 1,
		at,
		clock: { offsetMs: 0, ageMs: 0 },
		actor: 'staff-101',
		org: CENTER,
		body: { service: 3, missing: ['Туу туралы куәлік'] },
		details: { name: 'Оспанов Е.' },
		...more
	}) as unknown as Fact;

describe('who came with an incomplete set', () => {
	it('J6 the journal of a day tells them in the order of coming, with what was missing', () => {
		const notes = incompleteOn([came('b', MORNING + HOUR), came('a', MORNING, { details: null })], CENTER, DAY);
		expect(notes).toEqual([
			{ id: 'a', at: MORNING, service: 3, missing: ['Туу туралы куәлік'], name: null, actor: 'staff-101' },
			expect.objectContaining({ id: 'b', name: 'Оспанов Е.' })
		]);
	});

	it('J6 not those of another day, another office, or other facts', () => {
		const facts = [
			came('yesterday', MORNING - 24 * HOUR),
			came('elsewhere', MORNING, { org: 'center-01' }),
			came('other', MORNING, { type: 'setAside' })
		];
		expect(incompleteOn(facts, CENTER, DAY)).toEqual([]);
	});

	it('J6 the day is that of the legal time', () => {
		const late = came('late', MORNING + 20 * HOUR);
		expect(incompleteOn([late], CENTER, DAY)).toEqual([]);
		const corrections = [{ journal: late.journal, from: 1, to: 1, offsetMs: -20 * HOUR }];
		expect(incompleteOn([late], CENTER, DAY, corrections)).toHaveLength(1);
	});
});
