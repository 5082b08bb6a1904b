import * as v from 'valibot';
import { type Instant, type OrgId, OrgIdSchema } from '#lib/domain/fact/ids.ts';
import { holdsExactly, readSearch } from '#lib/domain/search/search-query.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { ALMATY, endOfDay, instantOf, localOf } from '#lib/domain/time/zone.ts';
import { type SearchReport, type SearchRow, SearchRowSchema } from '#lib/protocol/report-messages.ts';
import { type NewestBy, type ReportReads } from '../store/report-store.ts';
import { readableRows } from './readable-rows.ts';

const MOST_HITS = 50;

export type SearchAnswer = { ok: true; report: SearchReport } | { ok: false; why: 'tooShort' };

/** What an org's applications hold of what was typed: a number or its end, an IIN, a day, a name. */
export async function searchReport(
	store: ReportReads,
	org: OrgId,
	{ text, now }: { text: string; now: Instant }
): Promise<SearchAnswer> {
	const query = readSearch(text, plainDate(localOf(now, ALMATY).date));
	let unreadable = 0;
	const newest = async (by: NewestBy) => {
		const read = readableRows(FoundSchema, await store.newestSummaries(org, by, MOST_HITS + 1));
		unreadable += read.unreadable;
		return read.rows.filter((row) => isOf(row, org)).map(({ center: _, body: __, ...row }) => row);
	};
	const reportOf = (rows: readonly SearchRow[], isLoose: (row: SearchRow) => boolean = () => false): SearchAnswer => {
		const hits = rows.map((row) => ({ row, loose: isLoose(row) }));
		const inOrder = [...hits.filter(({ loose }) => !loose), ...hits.filter(({ loose }) => loose)];
		const shown = inOrder.slice(0, MOST_HITS);
		return { ok: true, report: { serverTime: now, hits: shown, more: hits.length > MOST_HITS, unreadable } };
	};
	switch (query.kind) {
		case 'empty':
		case 'tooShort':
			return { ok: false, why: 'tooShort' };
		case 'date': {
			const [from, to] = [instantOf(query.date, 0, ALMATY), endOfDay(query.date, ALMATY) - 1];
			return reportOf(await newest({ kind: 'acceptedAt', from, to }));
		}
		case 'digits': {
			const found = await newest({ kind: 'number', startsWith: query.number });
			for (const key of query.keys) found.push(...(await newest({ kind: 'keys', startsWith: [key] })));
			const distinct = [...new Map(found.map((row) => [row.number, row])).values()];
			distinct.sort((a, b) => b.acceptedAt - a.acceptedAt || (a.number < b.number ? -1 : 1));
			return reportOf(distinct);
		}
		case 'document':
			return reportOf(await newest({ kind: 'keys', startsWith: [query.key] }));
		case 'name': {
			const startsWith = query.words.map((word) => `name:${word}`);
			return reportOf(await newest({ kind: 'keys', startsWith }), ({ name }) => !holdsExactly(name ?? '', query.exact));
		}
	}
}

const Parties = { center: v.nullable(OrgIdSchema), body: v.nullable(OrgIdSchema) };
const FoundSchema = v.object({ ...SearchRowSchema.entries, ...Parties });

/** A body from which an application was redirected gets nothing new of it, here neither. */
const isOf = ({ center, body }: v.InferOutput<typeof FoundSchema>, org: OrgId): boolean =>
	center === org || body === org || (center === null && body === null);
