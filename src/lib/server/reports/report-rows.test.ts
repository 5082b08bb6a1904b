import { describe, expect, it } from 'vitest';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type ReportReads } from '../store/report-store.ts';
import { ledgerReport } from './ledger-report.ts';
import { searchReport } from './search-report.ts';

const BODY = 'body-15' as OrgId;
const row = (serial: number, more: object = {}) => ({
	number: String(serial).padStart(16, '0'),
	name: 'Оспанов Ержан',
	regulation: 'child-benefit-under-18',
	next: null,
	due: null,
	packetAt: `archive/${BODY}`,
	resultAt: null,
	state: 'open',
	acceptedAt: 1_000_000 - serial,
	center: 'center-04',
	body: BODY,
	executor: null,
	decision: 'notice',
	recordedAt: serial,
	ledgerNumber: null,
	...more
});

/** A store that has these rows, whatever is asked. */
const storeOf = (rows: readonly object[]): ReportReads => ({
	runningCells: () => Promise.resolve([]),
	urgentSummaries: () => Promise.resolve([]),
	summariesWithKey: () => Promise.resolve(rows.map((each) => JSON.stringify(each))),
	newestSummaries: (_org, _by, limit) => Promise.resolve(rows.slice(0, limit).map((each) => JSON.stringify(each)))
});
const found = async (rows: readonly object[], text: string) => {
	const answer = await searchReport(storeOf(rows), BODY, { text, now: Date.UTC(2026, 10, 23) });
	if (!answer.ok) throw new Error(answer.why);
	return answer.report;
};

describe('the rows of a report', () => {
	it('S92 a month of the ledger stands in the order of the book, with its notices and refusals counted', async () => {
		const rows = [
			row(1, { ledgerNumber: '12' }),
			row(2, { ledgerNumber: null }),
			row(3, { ledgerNumber: '3', decision: 'refusal' })
		];
		const query = { regulation: 'child-benefit-under-18', month: '2026-11', now: 0 };
		const report = await ledgerReport(storeOf(rows), BODY, query);
		expect(report.rows.map(({ ledgerNumber }) => ledgerNumber)).toEqual(['3', '12', null]);
		expect(report).toMatchObject({ notices: 2, refusals: 1 });
	});

	it('Q5 of more than fifty the first fifty are told, and that there are more', async () => {
		const rows = Array.from({ length: 60 }, (_, serial) => row(serial));
		const many = await found(rows, 'Оспанов');
		expect([many.hits.length, many.more]).toEqual([50, true]);
		const all = await found(rows.slice(0, 50), 'Оспанов');
		expect([all.hits.length, all.more]).toEqual([50, false]);
	});

	it('Q3 names that only sound alike come after those that are as typed, also where they are newer', async () => {
		const rows = [row(1, { name: 'Қайрат Ержан' }), row(2, { name: 'Кайрат Ержан' })];
		const { hits } = await found(rows, 'Кайрат');
		expect(hits.map(({ row, loose }) => `${row.name} ${loose}`)).toEqual(['Кайрат Ержан false', 'Қайрат Ержан true']);
	});

	it('Q7 an application known by its number only is found by who is party to it, a redirected one no more', async () => {
		const rows = [
			row(1, { center: null, body: null, state: 'numberOnly', name: null }),
			row(2, { body: 'body-01' }),
			row(3)
		];
		const { hits } = await found(rows, '0000');
		expect(hits.map(({ row }) => Number(row.number))).toEqual([1, 3]);
	});
});
