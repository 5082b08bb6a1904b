import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import { ALMATY, endOfDay, instantOf } from '#lib/domain/time/zone.ts';
import { type RowQuery } from '#lib/journal/device-store.ts';

/** What the journal shows of one day: `step` is a key of the row, `step:…` or `state:…`; empty strings let everything through. */
export type JournalFilter = { step: string; window: string; service: string };
export const NO_FILTER: JournalFilter = { step: '', window: '', service: '' };

type Rows = { queryApplications(query: RowQuery): Promise<ApplicationSummary[]> };

/** One page: `next` is where the following one begins in the day's index, null at its end. */
type JournalPage = { rows: ApplicationSummary[]; next: number | null };

const PAGE_SIZE = 50;
const STRIDE = 200;

/**
 * One page of a day in the order of acceptance, from the index of `acceptedAt`. Without a filter it reads one row more than it
 * shows; with one it walks on through the day, in strides, until the page is full. It never leaves the day.
 */
export async function journalPage(
	rows: Rows,
	day: PlainDate,
	filter: JournalFilter,
	offset = 0,
	size = PAGE_SIZE
): Promise<JournalPage> {
	const from = instantOf(day, 0, ALMATY);
	const to = endOfDay(day, ALMATY) - 1;
	const isFiltered = Object.values(filter).some(Boolean);
	const limit = isFiltered ? STRIDE : size + 1;
	const page: ApplicationSummary[] = [];
	for (let at = offset; ; at += limit) {
		const read = await rows.queryApplications({ index: 'acceptedAt', from, to, limit, offset: at });
		for (const [place, row] of read.entries()) {
			if (!lets(row, filter)) continue;
			if (page.length === size) return { rows: page, next: at + place };
			page.push(row);
		}
		if (read.length < limit) return { rows: page, next: null };
	}
}

/** All rows of a day, for its printed sheet. */
export async function journalDay(rows: Rows, day: PlainDate, filter: JournalFilter): Promise<ApplicationSummary[]> {
	const all: ApplicationSummary[] = [];
	for (let offset: number | null = 0; offset !== null;) {
		const page: JournalPage = await journalPage(rows, day, filter, offset, STRIDE);
		all.push(...page.rows);
		offset = page.next;
	}
	return all;
}

/** The latest day before (or the first day after) on which something was accepted: one row of the index. */
export async function neighbouringDay(
	rows: Rows,
	day: PlainDate,
	side: 'before' | 'after'
): Promise<number | undefined> {
	const query: RowQuery =
		side === 'before'
			? { index: 'acceptedAt', from: 1, to: instantOf(day, 0, ALMATY) - 1, reverse: true, limit: 1 }
			: { index: 'acceptedAt', from: endOfDay(day, ALMATY), limit: 1 };
	return (await rows.queryApplications(query))[0]?.acceptedAt;
}

function lets(row: ApplicationSummary, { step, window, service }: JournalFilter): boolean {
	if (step && !row.keys.includes(step)) return false;
	if (window && row.window !== window) return false;
	return !service || row.regulation === service;
}
