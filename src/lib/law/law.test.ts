import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicationNo, BODY_ORG, CENTER_ORG } from '#tests/support/fact-drafts.ts';
import {
	anotherVersion,
	clockCheck,
	dayWord,
	examined,
	examinedIn,
	MONDAY,
	MINUTE,
	regulationImport,
	written
} from '#tests/support/law-facts.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { isWorkingDay } from '#lib/domain/time/calendar.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { applicationOf, dueOfNextStep, projectApplication } from './law.ts';
import { lawOf } from './law-of.ts';

const number = applicationNo(1);
const SERVICE = 'child-benefit-under-18';
const thursday = plainDate('2026-11-26');
/** Closing time of a day of December 2026 at the body, 18:00 in Shymkent. */
const closing = (day: number) => Date.UTC(2026, 11, day, 13, 0);
const dueUnder = (law: readonly StoredFact[], version = 1) =>
	projectApplication(number, examined(number, version), lawOf(law)).due;

describe('the calendar of an org', () => {
	const off = { draft: dayWord('2026-11-26', 'dayOff', BODY_ORG), at: MONDAY, org: BODY_ORG };
	const worked = { draft: dayWord('2026-11-26', 'workingDay', BODY_ORG), at: MONDAY + MINUTE, org: BODY_ORG };
	const undone = { draft: dayWord('2026-11-26', 'asInTheData', BODY_ORG), at: MONDAY + 2 * MINUTE, org: BODY_ORG };

	it('T30 a day off that the body sets moves the due of its step by a day; in the dated data nothing moves', () => {
		expect(dueUnder([])).toBe(closing(7));
		expect(dueUnder(written([off], 'admin'))).toBe(closing(8));
		const application = applicationOf(number, examined(number), lawOf([]));
		expect(dueOfNextStep(application, lawOf([]))).toBe(closing(7));
		expect(dueOfNextStep(application, lawOf(written([off], 'admin')))).toBe(closing(8));
	});

	it('T30 an override counts for the org that recorded it only', () => {
		const law = written([{ ...off, org: CENTER_ORG }], 'admin');
		expect(dueUnder(law)).toBe(closing(7));
		expect(isWorkingDay(thursday, lawOf(law).calendarOf(CENTER_ORG))).toBe(false);
		expect(isWorkingDay(thursday, lawOf(law).calendarOf(BODY_ORG))).toBe(true);
	});

	it('T31 of several words on a day the latest holds, and an undo brings the dated data back', () => {
		expect(dueUnder(written([off, worked], 'admin'))).toBe(closing(7));
		expect(dueUnder(written([worked, off], 'admin'))).toBe(closing(7));
		const law = written([off, undone], 'admin');
		expect(dueUnder(law)).toBe(closing(7));
		expect(lawOf(law).overridesOf(BODY_ORG)).toEqual([]);
		expect(lawOf(written([off], 'admin')).overridesOf(BODY_ORG)).toMatchObject([
			{ date: thursday, kind: 'dayOff', reason: null, by: 'aigerim', at: MONDAY }
		]);
	});

	it('T31 words at the same time are ordered by journal, then by place in it', () => {
		const now = (entry: typeof off) => ({ ...entry, at: MONDAY });
		expect(dueUnder(written([now(worked), now(off)], 'admin'))).toBe(closing(8));
		expect(dueUnder([...written([now(off)], 'b'), ...written([now(worked)], 'a')])).toBe(closing(8));
	});

	it('T32 the calendar is the same whatever the order and number of arrivals; a clock put right moves its words', () => {
		const law = [
			...written([off, worked], 'first'),
			...written([undone, { ...off, at: MONDAY + 3 * MINUTE }], 'second'),
			...written([{ draft: clockCheck('second', -10 * MINUTE), at: MONDAY }], 'server')
		];
		// The second journal's clock was ten minutes fast: its day off came before the first journal's working day.
		expect(dueUnder(law)).toBe(closing(7));
		expect(dueUnder(law.slice(0, -1))).toBe(closing(8));
		fc.assert(
			fc.property(fc.shuffledSubarray([...law, ...law], { minLength: 10, maxLength: 10 }), (shuffled) => {
				expect(dueUnder(shuffled)).toBe(closing(7));
			})
		);
	});
});

describe('imported versions of a regulation', () => {
	const imported = (text: string, version = 2, at = MONDAY, journal = 'admin') =>
		written([{ draft: regulationImport(text, version), at, org: BODY_ORG }], journal);

	it('G51 what was accepted under a version keeps it, what comes later has the new one', () => {
		const law = imported(anotherVersion(2, examinedIn(3)));
		expect(dueUnder(law, 1)).toBe(closing(7));
		expect(dueUnder(law, 2)).toBe(Date.UTC(2026, 10, 26, 13, 0));
	});

	it('G51 from its first day on the new version is offered, and none before', () => {
		const law = lawOf(imported(anotherVersion(2)));
		const offered = (day: string) => law.inForce(plainDate(day)).map(({ id, version }) => `${id} ${version}`);
		expect(offered('2026-11-23')).toContain(`${SERVICE} 1`);
		expect(offered('2026-11-24')).toContain(`${SERVICE} 2`);
		expect(offered('2026-11-24')).toHaveLength(8);
		expect(law.versions(SERVICE).map(({ version }) => version)).toEqual([1, 2]);
		expect(law.regulation(SERVICE, 2)?.validFrom).toBe('2026-11-24');
		expect(law.services.map(({ id, version }) => `${id} ${version}`)).toEqual(offered('2026-11-24'));
		expect(lawOf([]).regulation(SERVICE, 2)).toBeUndefined();
	});

	it('G51 a version with an end is not offered after it', () => {
		const law = lawOf(imported(anotherVersion(2, (data) => Object.assign(data, { validTo: '2026-12-01' }))));
		const versionOn = (day: string) => law.inForce(plainDate(day)).find(({ id }) => id === SERVICE)?.version;
		expect([versionOn('2026-12-01'), versionOn('2026-12-02')]).toEqual([2, 1]);
	});

	it('G52 without its version an application has no way; with it, it has', () => {
		const without = projectApplication(number, examined(number, 2), lawOf([]));
		expect(without).toMatchObject({ next: null, due: null, state: 'open' });
		expect(without.keys).toContain(`regulation:${SERVICE}@2`);
		expect(projectApplication(number, examined(number, 2), lawOf(imported(anotherVersion(2)))).next).toBe('drafted');
	});

	it('G53 what does not parse, is another version than it says, or fails a check counts for nothing and is told', () => {
		const law = [
			...imported('{"id":', 2, MONDAY, 'a'),
			...imported('{}', 3, MONDAY, 'b'),
			...imported(anotherVersion(5), 4, MONDAY, 'c'),
			...imported(
				anotherVersion(6, (data) => (data.table1.actions[0]!.next = 7)),
				6,
				MONDAY,
				'd'
			),
			...imported(anotherVersion(1), 1, MONDAY, 'e')
		];
		const { versions, refusedImports } = lawOf(law);
		expect(versions(SERVICE).map(({ version }) => version)).toEqual([1]);
		expect(refusedImports.map(({ version, why }) => [version, why])).toEqual([
			[2, 'unreadable'],
			[3, 'unreadable'],
			[4, 'otherVersion'],
			[6, 'failsChecks'],
			[1, 'known']
		]);
		expect(refusedImports[3]?.failures).toMatchObject([{ check: 'next-action', place: 'table1.1' }]);
	});

	it('G54 of two imports of one version the earlier counts, in whatever order they come', () => {
		const early = imported(anotherVersion(2, examinedIn(3)), 2, MONDAY, 'z');
		const late = imported(anotherVersion(2, examinedIn(5)), 2, MONDAY + MINUTE, 'a');
		for (const law of [
			[...early, ...late],
			[...late, ...early]
		]) {
			expect(dueUnder(law, 2)).toBe(Date.UTC(2026, 10, 26, 13, 0));
			expect(lawOf(law).refusedImports).toMatchObject([{ fact: late[0]!.id, why: 'known' }]);
		}
	});

	it('G54 an earlier import that counts for nothing is not in the way', () => {
		const law = [...imported('{}', 2, MONDAY, 'a'), ...imported(anotherVersion(2, examinedIn(3)), 2, MONDAY + 1, 'b')];
		expect(dueUnder(law, 2)).toBe(Date.UTC(2026, 10, 26, 13, 0));
	});

	it('G55 the law of the same facts is made once, and a text is parsed once', () => {
		const law = imported(anotherVersion(2));
		expect(lawOf(law)).toBe(lawOf(structuredClone(law)));
		const before = lawOf(law).regulation(SERVICE, 2);
		lawOf([]);
		expect(lawOf(law).regulation(SERVICE, 2)).toBe(before);
	});

	it('G55 a law is named by its facts, whatever their order and number, and by nothing else', () => {
		const [first, second] = [imported(anotherVersion(2)), imported(anotherVersion(3), 3, MONDAY, 'other')];
		const both = lawOf([...first, ...second]);
		expect(lawOf([...second, ...first, ...first, ...examined(number)])).toBe(both);
		const keys = [[], first, second, [...first, ...second]].map((law) => lawOf(law).key);
		expect(new Set(keys).size).toBe(4);
	});

	it('G55 a law that others have pushed out is made again, and is the same', () => {
		const law = imported(anotherVersion(2));
		const before = lawOf(law);
		for (const version of [3, 4, 5, 6, 7]) lawOf(imported(anotherVersion(version), version));
		expect(lawOf(law)).not.toBe(before);
		expect(lawOf(law).key).toBe(before.key);
		expect(lawOf(law).inForce(plainDate('2026-11-24'))).toEqual(before.inForce(plainDate('2026-11-24')));
	});
});
