import { describe, expect, it } from 'vitest';
import { plainLaw } from '#tests/support/plain-law.ts';
import { aStory, BODY, CENTER, NUMBER } from '#tests/support/a-story.ts';
import { limitsOfTheLaw } from '#tests/support/dues-of-the-law.ts';
import { type Application } from '#lib/domain/application/application.ts';
import { foldApplication } from '#lib/domain/application/fold.ts';
import { type Entry } from '#lib/domain/regulation/route.ts';
import { dueOf } from '#lib/domain/time/due.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { regulations } from './catalog.ts';
import { dueOfStep } from './law.ts';

/** A wall clock of Shymkent in the week of Monday 23.11.2026. */
const at = (day: number, hours: number, minutes = 0) => Date.UTC(2026, 10, day, hours - 5, minutes);
const shown = (instant: number | null) => {
	if (instant === null) return null;
	const { date, minutes } = localOf(instant, ALMATY);
	return `${date} ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

/** An application for a service, just accepted. */
function accepted(service: number, entry: Entry): Application {
	const { id, version } = regulations.find(({ number }) => number === service)!;
	const story = aStory();
	const body = { regulation: { id, version }, entry, center: entry === 'center' ? CENTER : null };
	story.accepted(entry === 'center' ? {} : { org: BODY, role: 'chancery' }, body);
	return foldApplication(NUMBER, story.facts, plainLaw);
}

/** When a step is due whose limit began to run at an instant. */
const dueFrom = (application: Application, fact: string, startedAt: number) =>
	dueOfStep(application, { ...application.steps.find(({ step }) => step.fact === fact)!, startedAt }, plainLaw);

describe('the due time of a step of an application', () => {
	it.each(limitsOfTheLaw())(
		'T6 $name is due in the hours and by the rounds of the organisation that does it',
		({ name, limit, context }) => {
			const [service, entry, fact] = name.split(' ') as [string, Entry, string];
			const application = accepted(Number(service), entry);
			for (const start of [at(23, 8, 50), at(23, 12, 55), at(24, 14, 20), at(27, 17, 59), at(28, 11)])
				expect(dueFrom(application, fact, start)).toBe(dueOf(limit, start, context));
		}
	);

	it('T10 what waits for its collection is due at the next round of collecting, what was collected at that of dispatching', () => {
		const application = accepted(3, 'center');
		expect(shown(dueFrom(application, 'collected', at(23, 11)))).toBe('2026-11-23 13:30');
		expect(shown(dueFrom(application, 'dispatched', at(23, 11)))).toBe('2026-11-23 11:45');
		expect(shown(dueFrom(application, 'collected', at(27, 17, 30)))).toBe('2026-11-30 10:30');
	});

	it('G11 the service of annex 2 has the longer hours of annex 2 at the body, every other the usual ones', () => {
		const dueAt = (service: number, fact: string, from: number) =>
			shown(dueFrom(accepted(service, 'body'), fact, from));
		expect(dueAt(2, 'recorded', at(23, 18, 10))).toBe('2026-11-23 19:00');
		expect(dueAt(2, 'drafted', at(23, 13, 30))).toBe('2026-11-23 15:30');
		expect(dueAt(2, 'assigned', at(23, 18, 40))).toBe('2026-11-24 9:10');
		expect(dueAt(3, 'assigned', at(23, 17, 30))).toBe('2026-11-24 9:30');
		expect(dueAt(3, 'assigned', at(23, 12, 30))).toBe('2026-11-23 14:30');
		expect(dueAt(3, 'drafted', at(23, 12, 30))).toBe('2026-12-07 18:00');
	});
});
