import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { nameWords } from '#lib/domain/search/search-keys.ts';
import { foldLoosely } from '#lib/domain/text/fold.ts';
import { ALMATY, endOfDay, instantOf } from '#lib/domain/time/zone.ts';
import { type RowQuery } from '#lib/journal/device-store.ts';
import { holdsExactly, type SearchQuery } from '#lib/domain/search/search-query.ts';

/** Where rows are asked for: the reader of the device's store. */
export type Rows = {
	applications(numbers: readonly string[]): Promise<ApplicationSummary[]>;
	queryApplications(query: RowQuery): Promise<ApplicationSummary[]>;
};

export type SearchHit = { row: ApplicationSummary; loose: boolean };
export type SearchAnswer = { hits: SearchHit[]; more: boolean };

export const MOST_HITS = 50;
/** Words of a name narrow down what the index gave for the longest of them. */
const MOST_LOOKED_AT = 400;

/** Answers from the indexes only, whatever the number of applications. Exact hits come before similar ones, newest first. */
export async function runSearch(rows: Rows, query: SearchQuery, most = MOST_HITS): Promise<SearchAnswer> {
	switch (query.kind) {
		case 'empty':
		case 'tooShort':
			return { hits: [], more: false };
		case 'digits':
			return cut(await byDigits(rows, query, most), most);
		case 'date': {
			const from = instantOf(query.date, 0, ALMATY);
			const to = endOfDay(query.date, ALMATY) - 1;
			const found = await rows.queryApplications({ index: 'acceptedAt', from, to, reverse: true, limit: most + 1 });
			return cut(found.map(asExact), most);
		}
		case 'document':
			return cut(await byKey(rows, query.key, most), most);
		case 'name':
			return cut(await byName(rows, query), most);
	}
}

type Of<K extends SearchQuery['kind']> = Extract<SearchQuery, { kind: K }>;

async function byDigits(rows: Rows, { digits, number, keys }: Of<'digits'>, most: number): Promise<SearchHit[]> {
	const limit = most + 1;
	const lists = await Promise.all([
		rows.queryApplications({ index: 'number', startsWith: number, limit }),
		...keys.map((key) => rows.queryApplications({ index: 'keys', startsWith: key, limit }))
	]);
	const found = distinct(lists.flat()).sort(newestFirst);
	// The whole number, or its end as it is written on the label, before an accidental middle.
	const isWhole = (row: ApplicationSummary) => row.number === number || row.iin === digits;
	return [...found.filter(isWhole), ...found.filter((row) => !isWhole(row))].map(asExact);
}

async function byKey(rows: Rows, key: string, most: number): Promise<SearchHit[]> {
	const found = await rows.queryApplications({ index: 'keys', startsWith: key, limit: most + 1 });
	return distinct(found).sort(newestFirst).map(asExact);
}

async function byName(rows: Rows, { words, exact }: Of<'name'>): Promise<SearchHit[]> {
	const found = await rows.queryApplications({
		index: 'keys',
		startsWith: `name:${words[0]}`,
		limit: MOST_LOOKED_AT
	});
	const holds = (name: string, wanted: readonly string[], key: (text: string) => string) => {
		const parts = nameWords(name).map(key);
		return wanted.every((word) => parts.some((part) => part.startsWith(word)));
	};
	const hits = distinct(found)
		.filter(({ name }) => name !== null && holds(name, words, foldLoosely))
		.sort(newestFirst)
		.map((row) => ({ row, loose: !holdsExactly(row.name!, exact) }));
	return [...hits.filter(({ loose }) => !loose), ...hits.filter(({ loose }) => loose)];
}

const asExact = (row: ApplicationSummary): SearchHit => ({ row, loose: false });
const distinct = (rows: readonly ApplicationSummary[]) => [...new Map(rows.map((row) => [row.number, row])).values()];
const newestFirst = (a: ApplicationSummary, b: ApplicationSummary) =>
	b.acceptedAt - a.acceptedAt || (a.number < b.number ? -1 : 1);
const cut = (hits: SearchHit[], most: number): SearchAnswer => ({
	hits: hits.slice(0, most),
	more: hits.length > most
});
