import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptance, applicationNo, CENTER_ORG } from '#tests/support/fact-drafts.ts';
import { DAY, MONDAY, written } from '#tests/support/law-facts.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { findOrganisation } from '#lib/domain/org/directory.ts';
import { dueOf } from '#lib/domain/time/due.ts';
import { type OfficeHours } from '#lib/domain/time/office-hours.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { ALMATY } from '#lib/domain/time/zone.ts';
import { bearingOf } from './law-facts.ts';
import { lawOf } from './law-of.ts';

const WEEK = { open: 600, close: 960, lunch: null, weekdays: [1, 2, 3, 4, 5] } satisfies OfficeHours;
const AUTHORITY = 'authority-01' as OrgId;

const hours = (from: string, value: OfficeHours = WEEK, org = CENTER_ORG): FactDraft<'hoursSet'> => ({
	type: 'hoursSet',
	subject: { kind: 'org', org },
	body: { from, hours: { ...value, weekdays: [...value.weekdays], short: undefined }, tell: [CENTER_ORG] },
	details: null
});
const rounds = (from: string, collect: number[]): FactDraft<'roundsSet'> => ({
	type: 'roundsSet',
	subject: { kind: 'org', org: CENTER_ORG },
	body: { from, collect, dispatch: [700, 980], tell: [CENTER_ORG] },
	details: null
});
const facts = (...drafts: FactDraft[]) =>
	written(
		drafts.map((draft, place) => ({ draft, at: MONDAY + place, org: AUTHORITY })),
		'server-journal'
	);
const usual = lawOf([]);
const center = findOrganisation(usual.directory, CENTER_ORG)!;

/** When 30 working minutes that begin at `start` are over. */
const dueAt = (law: ReturnType<typeof lawOf>, start: number): number =>
	dueOf({ amount: 30, unit: 'minutes' }, start, {
		zone: ALMATY,
		hours: law.hoursOf(center),
		calendar: law.calendarOf(CENTER_ORG)
	});

describe('hours and rounds that an administrator set', () => {
	it('T62 move due times from their first day on, whoever of the administration set them', () => {
		const law = lawOf(facts(hours('2026-11-24')));
		const tomorrowEarly = MONDAY + DAY - 60 * 60_000;
		expect(dueAt(usual, tomorrowEarly)).toBe(tomorrowEarly + 30 * 60_000);
		expect(dueAt(law, tomorrowEarly)).toBe(MONDAY + DAY + 30 * 60_000);
		expect(dueAt(law, MONDAY - 60 * 60_000)).toBe(dueAt(usual, MONDAY - 60 * 60_000));
	});

	it('T62 leave every due time before that day as it was', () => {
		const law = lawOf(facts(hours('2026-12-01')));
		const before = fc.integer({ min: MONDAY - 200 * DAY, max: MONDAY + 6 * DAY });
		fc.assert(
			fc.property(before, (start) => dueAt(law, start) === dueAt(usual, start)),
			{ numRuns: 300 }
		);
	});

	it('T63 are in force one after the other; of two for one day the one recorded last counts', () => {
		const other = { ...WEEK, open: 480 };
		const law = lawOf(facts(hours('2026-12-10'), hours('2026-12-01', other), hours('2026-12-10', other)));
		expect(law.hoursSet(CENTER_ORG).map(({ from, value }) => [from, value.open])).toEqual([
			['2026-12-01', 480],
			['2026-12-10', 480]
		]);
	});

	it('T63 rounds are those of their day, and the directory’s before', () => {
		const law = lawOf(facts(rounds('2026-12-01', [600, 700, 800])));
		expect(law.roundsOn(CENTER_ORG, plainDate('2026-11-30')).collect).toEqual(usual.directory.slots.collect);
		expect(law.roundsOn(CENTER_ORG, plainDate('2026-12-01')).collect).toEqual([600, 700, 800]);
		expect(law.roundsOn('center-05', plainDate('2026-12-01')).collect).toEqual(usual.directory.slots.collect);
	});

	it('T64 the hours that the resolution gives a body for one service are not an office’s to change', () => {
		const body = findOrganisation(usual.directory, 'body-15')!;
		const law = lawOf(facts(hours('2026-11-24', WEEK, body.id)));
		expect(law.hoursOf(body)).not.toEqual(usual.hoursOf(body));
		expect(law.hoursOf(body, 'annex2')).toEqual(usual.hoursOf(body, 'annex2'));
	});

	it('T65 open applications of that org are folded again', () => {
		const stored = facts(hours('2026-11-24'));
		expect(bearingOf(stored, stored).keys).toEqual([
			{ key: 'state:open', org: CENTER_ORG },
			{ key: 'state:numberOnly', org: CENTER_ORG }
		]);
		const [other] = written([{ draft: acceptance(applicationNo(1)), at: MONDAY }], 'J');
		expect(bearingOf([other!], []).keys).toEqual([]);
	});
});
