import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLaw } from '#tests/support/plain-law.ts';
import { aStory, NUMBER, type Story } from '#tests/support/a-story.ts';
import { duesOfTheLaw, limitsOfTheLaw } from '#tests/support/dues-of-the-law.ts';
import { takeStep } from '#tests/support/take-step.ts';
import { foldApplication } from '#lib/domain/application/fold.ts';
import { type FactId, type StaffId } from '#lib/domain/fact/ids.ts';
import { routeOf, type StepFact } from '#lib/domain/regulation/route.ts';
import { withOverrides } from '#lib/domain/time/calendar.ts';
import { dueOf } from '#lib/domain/time/due.ts';
import { isOfficeDay, workSpansOf } from '#lib/domain/time/office-hours.ts';
import { addDays, plainDate } from '#lib/domain/time/plain-date.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { calendar, regulations } from './catalog.ts';
import { dueOfNextStep, dueOfStep } from './law.ts';

const DAY = 86_400_000;
/** Another process computes thousands of dues, perhaps on a busy machine. */
const PATIENT = 60_000;
const limits = limitsOfTheLaw();
const aLimit = fc.constantFrom(...limits);
const start = fc.integer({ min: Date.UTC(2012, 11, 14), max: Date.UTC(2027, 9, 1) });
const override = fc.record({
	date: fc.integer({ min: 0, max: 5400 }).map((day) => addDays(plainDate('2012-12-14'), day)),
	kind: fc.constantFrom('dayOff' as const, 'workingDay' as const),
	name: fc.constant({ kk: 'Бұйрық', ru: 'Приказ' })
});
/** The calendar of 2012–2027, with days that an administrator set otherwise. */
const aCalendar = fc.array(override, { maxLength: 40 }).map((days) => withOverrides(calendar, days));

describe('the limits of the eight regulations', () => {
	it('T11 whoever starts later is never due earlier, and nothing is due before its start', () => {
		fc.assert(
			fc.property(aLimit, aCalendar, start, fc.nat(30 * DAY), ({ limit, context }, days, from, later) => {
				const here = { ...context, calendar: days };
				const first = dueOf(limit, from, here);
				expect(first).toBeGreaterThan(from);
				expect(dueOf(limit, from + later, here)).toBeGreaterThanOrEqual(first);
			}),
			{ numRuns: 500 }
		);
	});

	it('T11 a longer limit is never due earlier', () => {
		const countable = limits.filter(({ limit }) =>
			['minutes', 'hours', 'workingDays', 'calendarDays'].includes(limit.unit)
		);
		fc.assert(
			fc.property(fc.constantFrom(...countable), start, fc.integer({ min: 1, max: 30 }), (given, from, more) => {
				const longer = { ...given.limit, amount: given.limit.amount + more };
				expect(dueOf(longer, from, given.context)).toBeGreaterThanOrEqual(dueOf(given.limit, from, given.context));
			})
		);
	});

	it('T6 minutes and hours end in the office hours of the organisation, whatever days are set otherwise', () => {
		const short = limits.filter(({ limit }) => limit.unit === 'minutes' || limit.unit === 'hours');
		expect(new Set(short.map(({ limit }) => limit.unit))).toEqual(new Set(['minutes', 'hours']));
		fc.assert(
			fc.property(fc.constantFrom(...short), aCalendar, start, ({ limit, context }, days, from) => {
				// The instant before the end was worked: an end at 18:00 sharp belongs to the time before it.
				const { date, minutes } = localOf(dueOf(limit, from, { ...context, calendar: days }) - 1, ALMATY);
				expect(isOfficeDay(date, context.hours, days)).toBe(true);
				expect(workSpansOf(context.hours).some((span) => span.from <= minutes && minutes < span.to)).toBe(true);
			}),
			{ numRuns: 500 }
		);
	});

	it('T17 every limit is due on a day that the organisation works, at the latest at closing time', () => {
		fc.assert(
			fc.property(aLimit, aCalendar, start, ({ limit, context }, days, from) => {
				const { date, minutes } = localOf(dueOf(limit, from, { ...context, calendar: days }), ALMATY);
				expect(isOfficeDay(date, context.hours, days)).toBe(true);
				expect(minutes).toBeGreaterThanOrEqual(context.hours.open);
				expect(minutes).toBeLessThanOrEqual(context.hours.close);
			}),
			{ numRuns: 500 }
		);
	});

	it.each([
		['America/New_York', -240],
		['Asia/Almaty', 300],
		['Pacific/Apia', 780]
	])(
		'T18 on a computer in %s each is due at the same instant and date as here',
		(zone, minutesFromUtc) => {
			const env = { ...process.env, TZ: zone, NODE_OPTIONS: '' };
			const child = spawnSync(process.execPath, ['tests/support/print-dues.ts'], {
				env,
				encoding: 'utf8',
				maxBuffer: 64 * 1024 * 1024
			});
			expect(child.stderr).toBe('');
			const there = JSON.parse(child.stdout) as { minutesFromUtc: number; dues: string[] };
			expect(there.minutesFromUtc).toBe(minutesFromUtc);
			expect(there.dues).toEqual(duesOfTheLaw());
			expect(there.dues.length).toBeGreaterThan(5000);
		},
		PATIENT
	);
});

const benefit = regulations.find(({ number }) => number === 3)!;

/** An application of service 3 through a Center, done up to and with a step; what its last fact is called. */
function doneUpTo(last: StepFact): { story: Story; ids: Partial<Record<StepFact, FactId>> } {
	const walk = { regulation: benefit, entry: 'center', outcome: 'notice' } as const;
	const story = aStory();
	const ids: Partial<Record<StepFact, FactId>> = {};
	let before: FactId | undefined;
	for (const step of routeOf(benefit, 'center', 'notice')) {
		before = ids[step.fact] = takeStep(story, step, before, walk);
		if (step.fact === last) break;
	}
	return { story, ids };
}

const folded = (story: Story) => foldApplication(NUMBER, story.facts, plainLaw);
const dueOfFact = (story: Story, fact: StepFact) => {
	const application = folded(story);
	return dueOfStep(
		application,
		application.steps.find(({ step }) => step.fact === fact)!,
		plainLaw
	);
};

describe('what starts a limit', () => {
	it('T19 a result that waits for its applicant is not due; once called to the window, within the working day', () => {
		const { story, ids } = doneUpTo('resultsArrived');
		expect(folded(story).steps[folded(story).position]?.step.fact).toBe('handedOut');
		expect(dueOfNextStep(folded(story), plainLaw)).toBeNull();
		story.add('applicantCalled', {}, { on: [ids.recorded!] });
		const called = folded(story).steps.at(-1)?.startedAt;
		expect(called).toBe(story.facts.at(-1)?.at);
		const due = dueOfNextStep(folded(story), plainLaw);
		expect(due).toBeGreaterThan(called!);
		expect(localOf(due!, ALMATY).minutes).toBe(
			limits.find(({ name }) => name === '3 center handedOut')?.context.hours.close
		);
	});

	it('T20 a reassignment and a draft sent back never restart the limit of the examination', () => {
		const { story, ids } = doneUpTo('assigned');
		const first = story.facts.at(-1)!.at;
		const due = dueOfFact(story, 'drafted')!;
		expect(localOf(due, ALMATY).date).toBe('2026-12-07');
		const again = story.add(
			'assigned',
			{ executor: 'staff-8' as StaffId },
			{ on: [ids.registered!], replaces: [ids.assigned!], at: first + 3 * DAY }
		);
		expect(dueOfFact(story, 'drafted')).toBe(due);
		const draft = story.drafted(again, 'notice', { at: due - 2 * DAY });
		story.sentBack(draft, { at: due - DAY });
		expect(folded(story).steps[folded(story).position]?.step.fact).toBe('drafted');
		expect(dueOfNextStep(folded(story), plainLaw)).toBe(due);
	});
});
