import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { type StepFact, type UnitCode } from '../regulation/route.ts';
import { type Slot } from '../time/slots.ts';
import { URGENCIES } from './task.ts';
import { tasksOf } from './tasks-of.ts';
import { type WorkInput } from './work-input.ts';

const CENTER = 'center-04' as OrgId;
const BODY = 'body-15' as OrgId;
const NOW = Date.UTC(2026, 10, 23, 6, 0);
const HOUR = 60 * 60_000;

const UNIT: Partial<Record<StepFact, UnitCode>> = {
	registered: 'chancery',
	assigned: 'head',
	drafted: 'executor',
	signed: 'head',
	recorded: 'chancery',
	handedOut: 'chancery'
};

const work = (more: Partial<WorkInput> = {}): WorkInput => ({
	role: 'accumulationInspector',
	staff: 'me' as StaffId,
	org: CENTER,
	window: null,
	service: null,
	unitsOf: (_, step) => [UNIT[step] ?? []].flat(),
	now: NOW,
	counters: new Map(),
	urgent: [],
	slots: [],
	drafts: [],
	odd: 0,
	...more
});
const row = (due: number | null, more: Partial<WorkInput['urgent'][number]> = {}): WorkInput['urgent'][number] => ({
	number: String(due),
	name: null,
	next: 'dispatched',
	due,
	since: null,
	sinceBy: null,
	units: [UNIT[more.next ?? 'dispatched'] ?? 'accumulationInspector'],
	executor: null,
	regulation: 'child-benefit-under-18',
	center: CENTER,
	body: BODY,
	packetAt: `collection/${CENTER}`,
	resultAt: null,
	...more
});
const slot = (state: Slot['state'], more: Partial<WorkInput['slots'][number]> = {}): WorkInput['slots'][number] => ({
	kind: 'collect',
	time: 630,
	instant: NOW + 90 * 60_000,
	state,
	minutesLeft: 90,
	explained: false,
	...more
});
const kinds = (input: WorkInput) => tasksOf(input).map(({ kind, urgency }) => `${kind} ${urgency}`);

describe('my work', () => {
	it('K1 is ordered by urgency, then by the time it is due', () => {
		const tasks = tasksOf(
			work({
				urgent: [
					row(NOW + HOUR / 2, { next: 'resultsArrived', resultAt: `transit/${CENTER}/9` }),
					row(NOW - HOUR),
					row(NOW - 2 * HOUR)
				],
				slots: [slot('now', { instant: NOW })],
				counters: new Map([[`dispatched|collection/${CENTER}`, 3]])
			})
		);
		expect(tasks.map(({ urgency, number }) => [urgency, number])).toEqual([
			['late', String(NOW - 2 * HOUR)],
			['late', String(NOW - HOUR)],
			['now', null],
			['near', String(NOW + HOUR / 2)],
			['open', null]
		]);
	});

	it('K1 holds for any rows', () => {
		const rows = fc.array(fc.integer({ min: -10 * HOUR, max: 10 * HOUR }), { maxLength: 30 });
		fc.assert(
			fc.property(rows, (offsets) => {
				const tasks = tasksOf(work({ urgent: offsets.map((offset) => row(NOW + offset)) }));
				const places = tasks.map(({ urgency, due }) => [URGENCIES.indexOf(urgency), due ?? 0] as const);
				return places.every(([rank, due], at) => {
					const [rankBefore, dueBefore] = places[at - 1] ?? [0, -Infinity];
					return rank > rankBefore || (rank === rankBefore && due >= dueBefore);
				});
			})
		);
	});

	it('K2 holds only what the role does, where it stands', () => {
		const late = row(NOW - HOUR, { next: 'registered', packetAt: `chancery/${BODY}` });
		expect(tasksOf(work({ urgent: [late] }))).toEqual([]);
		expect(kinds(work({ urgent: [late], role: 'chancery', org: BODY }))).toEqual(['register late']);
		expect(kinds(work({ urgent: [late], role: 'executor', org: BODY }))).toEqual([]);
		expect(kinds(work({ slots: [slot('now')], role: 'centerInspector', window: '1' }))).toEqual([]);
	});

	it('K2 shows an inspector the packets of the own window only', () => {
		const atWindow = (window: string) => row(NOW - HOUR, { next: 'collected', packetAt: `window/${CENTER}/${window}` });
		const input = { role: 'centerInspector' as const, window: '1' };
		expect(kinds(work({ ...input, urgent: [atWindow('1')] }))).toEqual(['collect late']);
		expect(kinds(work({ ...input, urgent: [atWindow('2')] }))).toEqual([]);
	});

	it('R43 K4 calls nobody for results that came damaged', () => {
		const counters = new Map([[`handedOut|archive/${BODY}|collection/${CENTER}`, 4]]);
		const handOut = (damaged: number) =>
			tasksOf(work({ counters, damaged, role: 'centerInspector', window: '1' })).map(({ kind, count }) => [
				kind,
				count
			]);
		expect(handOut(1)).toEqual([['handOut', 3]]);
		expect(handOut(4)).toEqual([]);
	});

	it('K3 asks for the reason of a missed slot until it is given, and leads to the next one', () => {
		expect(kinds(work({ slots: [slot('missed')] }))).toEqual(['explainCollect late']);
		expect(kinds(work({ slots: [slot('missed', { explained: true })] }))).toEqual([]);
		expect(kinds(work({ slots: [slot('now'), slot('later'), slot('done')] }))).toEqual(['collect now']);
		expect(kinds(work({ slots: [slot('next', { kind: 'dispatch' })] }))).toEqual(['dispatch open']);
		expect(kinds(work({ slots: [slot('next', { minutesLeft: 30 })] }))).toEqual(['collect near']);
	});

	it('K4 counts what lies at a place from the counters, and leaves out what is empty', () => {
		const counters = new Map([
			[`dispatched|collection/${CENTER}`, 3],
			[`collected|window/${CENTER}/1`, 2],
			[`collected|window/${CENTER}/2`, 5],
			[`handedOut|archive/${BODY}|collection/${CENTER}`, 4],
			[`resultsArrived|archive/${BODY}|transit/${CENTER}`, 6]
		]);
		const seen = tasksOf(work({ counters })).map(({ kind, count }) => [kind, count]);
		expect(seen).toEqual([
			['addToRegister', 3],
			['receive', 6],
			['shelf', 7]
		]);
		const atWindow = tasksOf(work({ counters, role: 'centerInspector', window: '1' }));
		expect(atWindow.map(({ kind, count }) => [kind, count])).toEqual([
			['handOut', 4],
			['shelf', 2]
		]);
	});

	it('K4 tells the clerk what arrived, what is to be registered and what goes back', () => {
		const counters = new Map([
			[`arrived|transit/${BODY}`, 1],
			[`registered|chancery/${BODY}`, 2],
			[`recorded|executor/${BODY}/a|chancery/${BODY}`, 3],
			[`returned|archive/${BODY}|chancery/${BODY}`, 4]
		]);
		const tasks = tasksOf(work({ counters, role: 'chancery', org: BODY }));
		expect(tasks.map(({ kind, count }) => [kind, count])).toEqual([
			['receivePackets', 1],
			['register', 2],
			['record', 3],
			['sendBack', 4]
		]);
	});

	it('K5 names a single application only when its time has passed or is near', () => {
		const arriving = { next: 'resultsArrived' as const, resultAt: `transit/${CENTER}/9` };
		const dues = [NOW - 1, NOW + HOUR, NOW + HOUR + 1, null];
		const urgent = dues.map((due) => row(due, arriving));
		expect(tasksOf(work({ urgent })).map(({ urgency, number }) => [urgency, number])).toEqual([
			['late', String(NOW - 1)],
			['near', String(NOW + HOUR)]
		]);
	});

	it('K5 tells applications of one step that are due together as one task', () => {
		const urgent = ['a', 'b', 'c'].map((number) => row(NOW - HOUR, { number }));
		const seen = tasksOf(work({ urgent: [...urgent, row(NOW - 2 * HOUR, { number: 'd' })] }));
		expect(seen.map(({ number, count }) => [number, count])).toEqual([
			['d', 1],
			[null, 3]
		]);
	});

	it('K9 until a packet is late, the round that takes it is the task', () => {
		expect(kinds(work({ urgent: [row(NOW + HOUR / 2)] }))).toEqual([]);
		expect(kinds(work({ urgent: [row(NOW - 1)] }))).toEqual(['dispatch late']);
	});

	it('K10 whose step is next, the regulation’s data say, not the program', () => {
		const here = { next: 'recorded' as const, packetAt: `executor/${BODY}/me`, resultAt: `chancery/${BODY}` };
		const late = (units: UnitCode[]) => [row(NOW - HOUR, { ...here, units })];
		const seen = (role: 'executor' | 'chancery', units: UnitCode[]) =>
			kinds(work({ role, org: BODY, urgent: late(units).map((one) => ({ ...one, executor: 'me' as StaffId })) }));
		expect(seen('chancery', ['chancery', 'executor'])).toEqual(['record late']);
		expect(seen('executor', ['chancery', 'executor'])).toEqual([]);
		expect(seen('executor', ['executor'])).toEqual(['record late']);
		expect(seen('chancery', ['executor'])).toEqual([]);
	});

	it('K10 what lies at the counter of the body is the work of the unit that the service names', () => {
		const counters = new Map([
			[`recorded|executor/${BODY}/me|chancery/${BODY}|employment-measures-referral`, 2],
			[`recorded|executor/${BODY}/me|chancery/${BODY}|disabled-wheelchair`, 3],
			[`handedOut|archive/${BODY}|chancery/${BODY}|employment-measures-referral`, 1]
		]);
		const unitsOf = (service: string): Role[] => [service === 'employment-measures-referral' ? 'executor' : 'chancery'];
		const seen = (role: 'executor' | 'chancery') =>
			tasksOf(work({ role, org: BODY, counters, unitsOf })).map(({ kind, count }) => [kind, count]);
		expect(seen('executor')).toEqual([
			['record', 2],
			['handOut', 1]
		]);
		expect(seen('chancery')).toEqual([['record', 3]]);
	});

	it('K12 one service may be asked for alone', () => {
		const late = row(NOW - HOUR, { next: 'assigned', packetAt: `head/${BODY}` });
		const other = { ...late, number: '2', due: NOW - 2 * HOUR, regulation: 'disabled-wheelchair' };
		const counters = new Map([
			[`assigned|head/${BODY}||child-benefit-under-18`, 2],
			[`assigned|head/${BODY}||disabled-wheelchair`, 5]
		]);
		const input = { role: 'head' as const, org: BODY, urgent: [late, other], counters };
		const seen = (service: string | null) => tasksOf(work({ ...input, service })).map(({ count }) => count);
		expect(seen(null)).toEqual([1, 1, 5]);
		expect(seen('disabled-wheelchair')).toEqual([1, 4]);
	});

	it('K13 what is late says since when its limit runs, and after whose step', () => {
		const late = row(NOW - HOUR, { next: 'assigned', packetAt: `head/${BODY}`, since: NOW - 3 * HOUR });
		const [task] = tasksOf(work({ role: 'head', org: BODY, urgent: [{ ...late, sinceBy: 'clerk' as StaffId }] }));
		expect(task).toMatchObject({ since: NOW - 3 * HOUR, sinceBy: 'clerk' });
	});

	it('K14 what is named as late or near is not counted again with what lies there', () => {
		const late = row(NOW - HOUR, { next: 'assigned', packetAt: `head/${BODY}` });
		const seen = (lying: number) =>
			tasksOf(
				work({ role: 'head', org: BODY, urgent: [late], counters: new Map([[`assigned|head/${BODY}||x`, lying]]) })
			).map(({ urgency, count }) => [urgency, count]);
		expect(seen(1)).toEqual([['late', 1]]);
		expect(seen(3)).toEqual([
			['late', 1],
			['open', 2]
		]);
	});

	it('K13 many that are late together say after whose step, where it was one person’s', () => {
		const late = (number: string, sinceBy: string) =>
			row(NOW - HOUR, { number, next: 'assigned', packetAt: `head/${BODY}`, sinceBy: sinceBy as StaffId });
		const by = (...people: string[]) =>
			tasksOf(work({ role: 'head', org: BODY, urgent: people.map((one, place) => late(`${place}`, one)) }))[0];
		expect(by('clerk', 'clerk')).toMatchObject({ count: 2, sinceBy: 'clerk' });
		expect(by('clerk', 'other')).toMatchObject({ count: 2, sinceBy: null });
	});

	it('K6 what waits for the applicant is never late', () => {
		const counters = new Map([[`handedOut|archive/${BODY}|collection/${CENTER}`, 4]]);
		const drafts = [{ id: 'd', updatedAt: NOW - 9 * HOUR, name: 'О.Қ.' }];
		const tasks = tasksOf(work({ counters, drafts, role: 'centerInspector', window: '1' }));
		expect(tasks.map(({ kind, urgency }) => `${kind} ${urgency}`)).toEqual(['handOut waiting', 'draft waiting']);
	});

	it('K7 heads see every term of their own org; what does not add up is told to them and to whoever settles it', () => {
		expect(kinds(work({ odd: 1 }))).toEqual(['settle open']);
		const urgent = [row(NOW - HOUR), row(NOW - HOUR, { packetAt: `head/${BODY}`, next: 'assigned' })];
		expect(kinds(work({ urgent, odd: 2, role: 'centerHead' }))).toEqual(['dispatch late', 'settle open']);
		expect(kinds(work({ urgent, role: 'head', org: BODY }))).toEqual(['assign late']);
	});
});
