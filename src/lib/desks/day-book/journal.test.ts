import { describe, expect, it } from 'vitest';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { MemoryReader } from '#lib/journal/memory-reader.ts';
import { emptyTables } from '#lib/journal/memory-tables.ts';
import { journalDay, journalPage, neighbouringDay, NO_FILTER } from './journal-page.ts';

const DAY = plainDate('2026-11-23');
/** Midnight of the day in Almaty. */
const MIDNIGHT = Date.UTC(2026, 10, 22, 19, 0);

function aDay(count: number): MemoryReader<ApplicationSummary, { number: string }> & { read: number } {
	const tables = emptyTables<ApplicationSummary, { number: string }>();
	const put = (number: string, acceptedAt: number, more: object = {}) =>
		tables.applications.set(number, {
			number,
			acceptedAt,
			keys: ['step:collected'],
			window: '1',
			...more
		} as unknown as ApplicationSummary);
	for (let at = 0; at < count; at += 1)
		put(String(at).padStart(16, '0'), MIDNIGHT + at * 60_000, { window: at % 3 === 0 ? '2' : '1' });
	put('the day before', MIDNIGHT - 1);
	put('the day after', MIDNIGHT + 86_400_000);
	put('number only', 0);
	return Object.assign(new MemoryReader(tables), { read: 0 });
}

describe('the journal of registration', () => {
	it('J1 shows one day in the order of acceptance, in pages', async () => {
		const rows = aDay(120);
		const first = await journalPage(rows, DAY, NO_FILTER);
		expect([first.rows.length, first.next]).toEqual([50, 50]);
		const last = await journalPage(rows, DAY, NO_FILTER, 100);
		expect([last.rows.length, last.next]).toEqual([20, null]);
		expect(first.rows[0]?.acceptedAt).toBe(MIDNIGHT);
	});

	it('J1 a page that is just full has no next one', async () => {
		expect((await journalPage(aDay(50), DAY, NO_FILTER)).next).toBeNull();
	});

	it('J2 reads no more rows than it shows, and one', async () => {
		const rows = aDay(120);
		const limits: number[] = [];
		const watched = {
			queryApplications: (query: Parameters<typeof rows.queryApplications>[0]) => {
				limits.push(query.limit);
				return rows.queryApplications(query);
			}
		};
		await journalPage(watched, DAY, NO_FILTER);
		expect(limits).toEqual([51]);
	});

	it('J3 a filter walks on through the day until the page is full', async () => {
		const rows = aDay(400);
		const filter = { ...NO_FILTER, window: '2' };
		const first = await journalPage(rows, DAY, filter);
		expect(first.rows).toHaveLength(50);
		expect(first.rows.every(({ window }) => window === '2')).toBe(true);
		const second = await journalPage(rows, DAY, filter, first.next!);
		expect(second.rows[0]!.acceptedAt).toBeGreaterThan(first.rows.at(-1)!.acceptedAt);
		expect(await journalDay(rows, DAY, filter)).toHaveLength(134);
	});

	it('J3 a step that nobody stands at gives an empty page', async () => {
		expect(await journalPage(aDay(300), DAY, { ...NO_FILTER, step: 'step:signed' })).toEqual({ rows: [], next: null });
		expect((await journalPage(aDay(300), DAY, { ...NO_FILTER, step: 'step:collected' })).rows).toHaveLength(50);
	});

	it('J4 an empty day knows the nearest day with entries', async () => {
		const rows = aDay(3);
		expect(await neighbouringDay(rows, DAY, 'before')).toBe(MIDNIGHT - 1);
		expect(await neighbouringDay(rows, DAY, 'after')).toBe(MIDNIGHT + 86_400_000);
		expect(await neighbouringDay(rows, plainDate('2026-11-22'), 'before')).toBeUndefined();
	});
});
