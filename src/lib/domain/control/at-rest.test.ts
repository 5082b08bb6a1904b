import { describe, expect, it } from 'vitest';
import { aStory, CENTER } from '#tests/support/a-story.ts';
import { type OrgId, type StaffId } from '../fact/ids.ts';
import { tasksOf } from '../tasks/tasks-of.ts';
import { type WorkInput } from '../tasks/work-input.ts';
import { type WorkingCalendar } from '../time/calendar.ts';
import { plainDate } from '../time/plain-date.ts';
import { ALMATY, instantOf } from '../time/zone.ts';
import { controlClock } from './control-clock.ts';
import { placesOf } from './holders.ts';
import { pictureOfCells } from './picture.ts';
import { settlerOf } from './settler.ts';

const BODY = 'body-15' as OrgId;
const SERVICE = 'child-benefit-under-18';
const work: WorkInput = {
	role: 'head',
	staff: 'me' as StaffId,
	org: BODY,
	window: null,
	service: null,
	unitsOf: () => [],
	now: 0,
	counters: new Map(),
	urgent: [],
	slots: [],
	drafts: [],
	odd: 0
};

describe('what presses nobody', () => {
	it('Z7 packets in the own archive and papers with their applicants are not counted', () => {
		const counters = new Map([
			[`handedOut|archive/${BODY}|chancery/${BODY}|${SERVICE}`, 3],
			[`handedOut|archive/${BODY}|applicant|${SERVICE}`, 7]
		]);
		expect(placesOf(counters, BODY)).toEqual([{ paper: 'result', place: `chancery/${BODY}`, count: 3 }]);
	});

	it('K4 a packet that was taken back lies with the head, and is neither assigned nor signed', () => {
		const tasks = (key: string) =>
			tasksOf({ ...work, counters: new Map([[key, 2]]) }).map(({ kind, count }) => `${kind} ${count}`);
		expect(tasks(`assigned|head/${BODY}||${SERVICE}`)).toEqual(['assign 2']);
		expect(tasks(`withdrawn|head/${BODY}||${SERVICE}`)).toEqual([]);
		expect(tasks(`signed|executor/${BODY}/x|head/${BODY}|${SERVICE}`)).toEqual(['sign 2']);
		expect(tasks(`withdrawn|executor/${BODY}/x|head/${BODY}|${SERVICE}`)).toEqual([]);
	});
});

describe('what stands first', () => {
	it('Z4 the bar with the most that is late, whatever its size', () => {
		const cell = (center: string, state: 'overdue' | 'inTime', count: number) => ({
			step: 'drafted',
			person: 'unit/executor',
			service: SERVICE,
			center,
			state,
			count
		});
		const cells = [cell('center-01', 'inTime', 90), cell('center-02', 'overdue', 1), cell('center-03', 'overdue', 2)];
		expect(pictureOfCells(cells).bars.center.map(({ key }) => key)).toEqual(['center-03', 'center-02', 'center-01']);
	});

	it('K2 a parked draft is work of those who accept, not of the head or the collection unit', () => {
		const drafts = [{ id: 'd', updatedAt: 0, name: null }];
		const kinds = (role: WorkInput['role']) => tasksOf({ ...work, role, drafts }).map(({ kind }) => kind);
		for (const role of ['centerInspector', 'chancery', 'executor'] as const) expect(kinds(role)).toEqual(['draft']);
		for (const role of ['head', 'centerHead', 'accumulationInspector'] as const) expect(kinds(role)).toEqual([]);
	});
});

describe('the clocks of a control room', () => {
	it('Z3 the next working day is the first one that is worked, after a weekend and a holiday', () => {
		const monday = plainDate('2026-11-30');
		const name = { kk: 'Мереке', ru: 'Праздник' };
		const calendar: WorkingCalendar = {
			from: plainDate('2026-01-01'),
			to: plainDate('2026-12-31'),
			weekend: [6, 7],
			days: new Map([[monday, { date: monday, kind: 'dayOff', reason: 'holiday', name }]])
		};
		const friday = instantOf(plainDate('2026-11-27'), 660, ALMATY);
		expect(controlClock(friday, ALMATY, calendar)).toMatchObject({
			nextDay: '2026-12-01',
			nextDayEnds: instantOf(plainDate('2026-12-02'), 0, ALMATY)
		});
	});

	it('Z8 a wrong clock is settled where the device stands, not at the body that decides', () => {
		const story = aStory();
		const clock = { offsetMs: 3_600_000, ageMs: 0 };
		story.collected(story.accepted(), { clock });
		const application = story.fold();
		const wrong = application.anomalies.find(({ kind }) => kind === 'badClock')!;
		expect(settlerOf(wrong, application)).toEqual({ role: 'admin', org: CENTER });
	});
});
