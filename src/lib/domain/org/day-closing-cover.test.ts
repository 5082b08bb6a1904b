import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fact, type FactType } from '../fact/fact.ts';
import { type FactId, type JournalId, type OrgId, type StaffId } from '../fact/ids.ts';
import { plainDate, type PlainDate } from '../time/plain-date.ts';
import { ALMATY, instantOf } from '../time/zone.ts';
import { type Closing, closingsOf, coverOf, isCovered, stillMissing } from './day-closing-cover.ts';

type Written = Parameters<typeof coverOf>[0][number];
const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map(plainDate);
const zone = { zone: ALMATY };

const written = (journal: string, seq: number, date: PlainDate, type: FactType = 'accepted'): Written => ({
	id: `${journal}-${seq}` as FactId,
	type,
	journal: journal as JournalId,
	seq,
	at: instantOf(date, 600, ALMATY),
	clock: { offsetMs: 0, ageMs: 0 }
});
const closing = (date: PlainDate, covers: Closing['covers']): Closing => ({
	fact: `closing-${date}` as FactId,
	journal: 'J' as JournalId,
	date,
	at: instantOf(date, 1080, ALMATY),
	by: 'staff-5' as StaffId,
	covers,
	balance: {},
	words: { text: '', keptAt: '' },
	open: null,
	silent: [],
	role: 'centerHead',
	window: null
});

/** Journals with days in any order (late entry from paper), and closings that each know a longer beginning of each journal. */
const aWeek = fc.record({
	journals: fc.array(fc.array(fc.constantFrom(...DAYS), { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
	closings: fc.array(
		fc.record({ date: fc.constantFrom(...DAYS), known: fc.array(fc.nat(12), { minLength: 4, maxLength: 4 }) }),
		{ maxLength: 6 }
	)
});

function lived(week: { journals: PlainDate[][]; closings: { date: PlainDate; known: number[] }[] }) {
	const facts = week.journals.map((days, place) => days.map((date, index) => written(`J${place}`, index + 1, date)));
	const closings: Closing[] = [];
	const covers: ReturnType<typeof coverOf<Written>>[] = [];
	const known = facts.map(() => 0);
	for (const { date, known: more } of week.closings) {
		facts.forEach((_, place) => (known[place] = Math.max(known[place]!, more[place] ?? 0)));
		const cover = coverOf(
			facts.flatMap((journal, place) => journal.slice(0, known[place])),
			closings,
			date,
			zone
		);
		covers.push(cover);
		closings.push({ ...closing(date, cover.covers), fact: `closing-${closings.length}` as FactId });
	}
	return { facts: facts.flat(), closings, covers };
}

describe('what a closing covers', () => {
	it('Z20 covers never overlap, and each record is in exactly one of them or still open', () => {
		fc.assert(
			fc.property(aWeek, (week) => {
				const { facts, closings } = lived(week);
				const open = coverOf(facts, closings, DAYS[3]!, zone).fresh.map(({ fact }) => fact.id);
				for (const fact of facts) {
					const by = closings.filter((one) => isCovered(fact, [one]));
					expect(by.length + (open.includes(fact.id) ? 1 : 0)).toBe(1);
				}
			})
		);
	});

	it('Z20 what a closing covers is what it has seen: no range holds a record that was not there', () => {
		fc.assert(
			fc.property(aWeek, (week) => {
				for (const { covers, fresh } of lived(week).covers) {
					const places = covers.reduce((sum, { from, to }) => sum + to - from + 1, 0);
					expect(places).toBe(fresh.length);
				}
			})
		);
	});

	it('Z21 what came after the closing of its day is told as late once, on the next sheet', () => {
		fc.assert(
			fc.property(aWeek, (week) => {
				const { facts, closings, covers } = lived(week);
				const told = covers.flatMap(({ late }) => late.flatMap((day) => day.facts.map(({ fact }) => fact.id)));
				expect(new Set(told).size).toBe(told.length);
				closings.forEach(({ date }, place) => {
					const before = closings.slice(0, place);
					const isLate = covers[place]!.fresh.filter((item) => before.some((one) => one.date >= item.date));
					const toldNow = covers[place]!.late.flatMap((day) => day.facts);
					expect(new Set(toldNow.map(({ fact }) => fact.id))).toEqual(new Set(isLate.map(({ fact }) => fact.id)));
					expect(covers[place]!.fresh.every((item) => item.date <= date)).toBe(true);
				});
				expect(told.length).toBeLessThanOrEqual(facts.length);
			})
		);
	});

	it('Z21 a straggler of a closed day stands under its day; the closing itself is no work and never late', () => {
		const [monday, tuesday] = [DAYS[0]!, DAYS[1]!];
		const first = closing(monday, [{ journal: 'J' as JournalId, from: 1, to: 2 }]);
		const facts = [
			written('J', 1, monday),
			written('J', 2, monday),
			written('J', 3, monday, 'dayClosed'),
			written('J', 4, tuesday),
			written('K', 1, monday)
		];
		const { covers, late } = coverOf(facts, [first], tuesday, zone);
		expect(late.map(({ date, facts: items }) => [date, items.map(({ fact }) => fact.id)])).toEqual([[monday, ['K-1']]]);
		expect(covers).toEqual([
			{ journal: 'J', from: 3, to: 4 },
			{ journal: 'K', from: 1, to: 1 }
		]);
	});

	it('Z22 a day may be closed again: the second closing covers the rest', () => {
		const monday = DAYS[0]!;
		const first = closing(monday, [{ journal: 'J' as JournalId, from: 1, to: 2 }]);
		const facts = [1, 2, 3].map((seq) => written('J', seq, monday));
		expect(coverOf(facts, [first], monday, zone).covers).toEqual([{ journal: 'J', from: 3, to: 3 }]);
	});

	it('Z22 what belongs to a later day stays open, also between two records of the day', () => {
		const facts = [written('J', 1, DAYS[0]!), written('J', 2, DAYS[1]!), written('J', 3, DAYS[0]!)];
		const { covers, rest } = coverOf(facts, [], DAYS[0]!, zone);
		expect(covers).toEqual([
			{ journal: 'J', from: 1, to: 1 },
			{ journal: 'J', from: 3, to: 3 }
		]);
		expect(rest.map(({ fact }) => fact.id)).toEqual(['J-2']);
	});

	it('Z23 a place that two stores wrote is covered only when both of its records may be', () => {
		const facts = [written('J', 1, DAYS[0]!), { ...written('J', 1, DAYS[1]!), id: 'copy' as FactId }];
		expect(coverOf(facts, [], DAYS[0]!, zone).covers).toEqual([]);
		expect(coverOf(facts, [], DAYS[1]!, zone).fresh).toHaveLength(2);
	});

	it('Z24 closings are read from the facts of the org, the earliest first; shifts only of the own journals', () => {
		const fact = (id: string, type: FactType, journal: string, seq: number, date: PlainDate) =>
			({
				...written(journal, seq, date, type),
				id: id as FactId,
				org: 'center-04' as OrgId,
				actor: 'staff-5' as StaffId,
				body: { date, covers: [], balance: { issued: seq } }
			}) as unknown as Fact;
		const facts = [
			fact('b', 'dayClosed', 'J', 2, DAYS[1]!),
			fact('a', 'dayClosed', 'K', 1, DAYS[0]!),
			fact('b', 'dayClosed', 'J', 2, DAYS[1]!),
			fact('s', 'shiftHandedOver', 'J', 1, DAYS[0]!),
			fact('t', 'shiftHandedOver', 'K', 2, DAYS[0]!)
		];
		const center = 'center-04' as OrgId;
		expect(closingsOf(facts, 'dayClosed', { org: center }, zone).map((one) => one.fact)).toEqual(['a', 'b']);
		expect(closingsOf(facts, 'dayClosed', { org: 'body-15' as OrgId }, zone)).toEqual([]);
		const shifts = closingsOf(facts, 'shiftHandedOver', { org: center, journals: ['J' as JournalId] }, zone);
		expect(shifts.map((one) => one.fact)).toEqual(['s']);
	});

	it('Z25 devices of which nothing has come since a time are told; those long silent are forgotten', () => {
		const since = instantOf(DAYS[1]!, 540, ALMATY);
		const seen = (journal: string, at: number) => ({
			journal: journal as JournalId,
			at,
			seq: 1,
			actor: 'staff-1' as StaffId,
			window: '1'
		});
		const day = 86_400_000;
		const missing = stillMissing(
			[seen('today', since + 1), seen('monday', since - day), seen('old', since - 30 * day)],
			since
		);
		expect(missing.map(({ journal }) => journal)).toEqual(['monday']);
	});
});
