import { describe, expect, it } from 'vitest';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type Staffing } from '#lib/domain/org/staffing.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { type RowQuery } from '#lib/journal/device-store.ts';
import { ALL_OPEN, bodyRows, isAssignable, lets } from './body-rows.ts';
import { executorsNow } from '#lib/tools/executors/executors-now.ts';
import { RowSelection } from '#lib/tools/pick-list/row-selection.svelte.ts';
import { byUrgency, rowsAt, waitingRows } from '#lib/tools/pick-list/waiting-rows.ts';

const BODY = 'body-15' as OrgId;
const OLGA = 'olga' as StaffId;
const NUR = 'nur' as StaffId;
const row = (number: string, more: Partial<ApplicationSummary> = {}) =>
	({
		number,
		state: 'open',
		next: 'assigned',
		due: null,
		acceptedAt: 0,
		body: BODY,
		packetAt: 'head',
		packetSince: 0,
		resultAt: null,
		keys: [],
		...more
	}) as ApplicationSummary;

/** Rows as a store gives them: by key or from the newest, within limit and offset. */
const store = (rows: readonly ApplicationSummary[]) => ({
	queryApplications: ({ equals, reverse, limit, offset = 0 }: RowQuery) => {
		const found = equals === undefined ? [...rows] : rows.filter(({ keys }) => keys.includes(String(equals)));
		if (reverse) found.sort((a, b) => b.acceptedAt - a.acceptedAt);
		return Promise.resolve(found.slice(offset, offset + limit));
	}
});
const numbers = (rows: readonly { number: string }[]) => rows.map(({ number }) => number);

describe('the queues of the head', () => {
	it('U1 the most urgent first, what has no limit last, then the older', async () => {
		const key = `at:head/${BODY}`;
		const at = (number: string, due: number | null, acceptedAt = 0) => row(number, { due, acceptedAt, keys: [key] });
		const rows = [
			at('none', null),
			at('later', 20),
			at('young', 10, 5),
			at('old', 10, 1),
			row('elsewhere', { due: 1 })
		];
		expect(numbers(await waitingRows(store(rows), key, 'assigned'))).toEqual(['old', 'young', 'later', 'none']);
	});

	it('U96 a paper that nobody has comes before every term, the longest away first', () => {
		const lost = (number: string, packetSince: number) => row(number, { packetAt: 'unknown/lost', packetSince });
		const rows = [
			row('late', { due: 1, packetAt: 'x' }),
			lost('young', 9),
			lost('old', 3),
			row('none', { packetAt: 'x' })
		];
		expect(numbers(rows.toSorted(byUrgency))).toEqual(['old', 'young', 'late', 'none']);
	});

	it('U96 what looks alike in a list is one group of it: rows of several steps come together', async () => {
		const rows = [row('a', { keys: ['step:drafted'] }), row('b', { keys: ['step:assigned'] }), row('c')];
		expect(numbers(await rowsAt(store(rows), ['drafted', 'assigned']))).toEqual(['a', 'b']);
	});

	it('U1 only what waits for this step', async () => {
		const key = `at:head/${BODY}`;
		const rows = [row('a', { keys: [key] }), row('b', { keys: [key], next: 'signed' })];
		expect(numbers(await waitingRows(store(rows), key, 'assigned'))).toEqual(['a']);
	});

	it('U1 all of them, however many', async () => {
		const key = `at:head/${BODY}`;
		const rows = Array.from({ length: 2_345 }, (_, at) => row(String(at), { keys: [key] }));
		expect(await waitingRows(store(rows), key, 'assigned')).toHaveLength(2_345);
	});

	it('U2 a page shows a hundred, choosing all means all', () => {
		const rows = Array.from({ length: 250 }, (_, at) => ({ number: String(at) }));
		const selection = new RowSelection();
		selection.page = 2;
		expect(selection.visible(rows)).toHaveLength(50);
		selection.chooseAll(numbers(rows));
		expect(selection.targets(rows)).toHaveLength(250);
		selection.page = 9;
		expect(selection.visible(rows)).toHaveLength(50);
	});

	it('U3 without a choice the act is for the row that a person went to; a chosen one that went away is not meant', () => {
		const rows = [{ number: 'a' }, { number: 'b' }];
		const selection = new RowSelection();
		expect(selection.targets(rows)).toEqual([]);
		selection.mean('b');
		expect(numbers(selection.targets(rows))).toEqual(['b']);
		selection.toggle('a');
		selection.toggle('gone');
		expect(numbers(selection.targets(rows))).toEqual(['a']);
	});

	it('U86 a row that only took the place of another is meant by nobody', () => {
		const rows = [{ number: 'a' }, { number: 'b' }, { number: 'c' }];
		const selection = new RowSelection();
		selection.show(rows, 'a');
		expect(selection.targets(rows)).toEqual([]);
		selection.mean('a');
		const rest = rows.slice(1);
		selection.show(rest, 'b');
		expect(selection.targets(rest)).toEqual([]);
		selection.focused = 'c';
		expect(selection.targets(rest)).toEqual([]);
		selection.toggle('c');
		expect(numbers(selection.targets(rest))).toEqual(['c']);
	});

	it('U3 a scan turns to the page of its row', () => {
		const rows = Array.from({ length: 250 }, (_, at) => ({ number: String(at) }));
		const selection = new RowSelection();
		expect(selection.show(rows, '120')).toBe(true);
		expect([selection.page, selection.focused]).toEqual([1, '120']);
		expect(selection.show(rows, 'elsewhere')).toBe(false);
	});

	it('U48 the row after the one in focus is gone on to, over the end of a page; after the last there is none', () => {
		const rows = Array.from({ length: 101 }, (_, at) => ({ number: String(at) }));
		const selection = new RowSelection();
		expect(selection.next(rows)).toBeNull();
		selection.focused = '99';
		expect(selection.next(rows)?.number).toBe('100');
		expect([selection.page, selection.focused]).toEqual([1, '100']);
		expect(selection.next(rows)).toBeNull();
		expect(selection.focused).toBe('100');
	});

	it('U4 an executor comes with load, lateness, area and absence', () => {
		const staffing = {
			areas: [{ staff: OLGA, services: ['benefit'], area: 'Абай' }],
			absences: [{ staff: NUR, from: plainDate('2026-11-23'), to: plainDate('2026-11-24') }],
			appointments: [],
			revoked: []
		} as unknown as Staffing;
		const people = [
			{ id: OLGA, roles: ['executor'] as Role[] },
			{ id: NUR, roles: ['executor'] as Role[] },
			{ id: 'chief' as StaffId, roles: ['head'] as Role[] }
		];
		const counters = new Map([
			[`drafted|executor/${BODY}/olga`, 3],
			[`drafted|executor/${BODY}/olga|executor/${BODY}/olga`, 1],
			[`signed|executor/${BODY}/olga|head/${BODY}`, 7]
		]);
		const late = [row('x', { next: 'drafted', executor: OLGA }), row('y', { next: 'signed', executor: OLGA })];
		const input = { people, org: BODY, staffing, today: plainDate('2026-11-23'), counters, late };
		expect(executorsNow(input)).toMatchObject([
			{ staff: OLGA, load: 4, late: 1, services: ['benefit'], absent: false },
			{ staff: NUR, load: 0, late: 0, services: null, absent: true }
		]);
	});
});

describe('all applications of the body', () => {
	it('U10 those in work by urgency, of this body only', async () => {
		const keys = ['state:open'];
		const rows = [row('b', { due: 9, keys }), row('a', { due: 5, keys }), row('x', { body: 'body-01' as OrgId, keys })];
		expect(numbers(await bodyRows(store(rows), BODY, { finished: false }))).toEqual(['a', 'b']);
	});

	it('U10 finished ones where asked for, the latest first', async () => {
		const done = (number: string, acceptedAt: number) => row(number, { state: 'handedOut', acceptedAt });
		const rows = [done('old', 1), done('new', 2), row('open', { acceptedAt: 3 })];
		expect(numbers(await bodyRows(store(rows), BODY, { finished: true }))).toEqual(['new', 'old']);
	});

	it('U10 only those are offered for another executor that nobody has drafted yet', () => {
		const offered = (['registered', 'assigned', 'drafted', 'signed', 'recorded'] as const).filter((next) =>
			isAssignable(row('a', { next }))
		);
		expect(offered).toEqual(['assigned', 'drafted']);
		expect(isAssignable(row('a', { state: 'withdrawn', next: 'drafted' }))).toBe(false);
	});

	it('U10 are filtered by service, step, executor and lateness', () => {
		const one = row('a', { regulation: 'benefit', next: 'drafted', executor: OLGA, due: 10 });
		const asks = (more: Partial<typeof ALL_OPEN>, now = 0) => lets(one, { ...ALL_OPEN, ...more }, now);
		expect([asks({}), asks({ service: 'benefit' }), asks({ step: 'drafted' }), asks({ executor: OLGA })]).not.toContain(
			false
		);
		expect([asks({ service: 'x' }), asks({ step: 'signed' }), asks({ executor: NUR })]).not.toContain(true);
		expect([asks({ late: true }, 9), asks({ late: true }, 11)]).toEqual([false, true]);
	});
});
