import { bookKey } from '$lib/domain/application/summary';
import { type BookLine } from '$lib/domain/ledger/book';
import { type LedgerLine, struckLinesOf } from '$lib/domain/ledger/ledger-line';
import { causesIn } from '$lib/domain/fact/read-fact';
import { type StoredFact } from '$lib/domain/fact/stored-fact';
import { ALMATY, localOf } from '$lib/domain/time/zone';
import { findApplications } from './acts';
import { desk } from './desk.svelte';

/** More entries than one body makes in a service in a year. */
const MOST_LINES = 50_000;

/** The entries that count, and those that were struck out, of one service in one year at this body. */
export type YearBook = { lines: (BookLine & { touchedAt: number })[]; struck: LedgerLine[] };

export const yearAt = (instant: number): number => Number(localOf(instant, ALMATY).date.slice(0, 4));

/** Reads the year's book of a service. Struck-out entries are found by the annulments, of which there are few. */
export async function readYear(regulation: string, year: number): Promise<YearBook> {
	const { rows, struck } = await desk.journal.read(async (reader) => {
		const rows = await reader.queryApplications({
			index: 'keys',
			startsWith: bookKey(regulation, desk.org, `${year}-`),
			limit: MOST_LINES
		});
		const annulments = await reader.ofTypes(['annulled']);
		return { rows, struck: await reader.byIds(annulments.flatMap(causesIn)) };
	});
	const numbers = new Set(struck.filter(isEntry).flatMap(({ applications }) => applications));
	const applications = await findApplications([...numbers]);
	const here = [...applications.values()].filter(
		({ acceptance, body }) => body === desk.org && acceptance?.body.regulation.id === regulation
	);
	return {
		lines: rows.map(({ number, ledgerNumber, recordedAt, touchedAt }) => ({
			number,
			entry: ledgerNumber,
			recordedAt: recordedAt ?? 0,
			touchedAt
		})),
		struck: here.flatMap(struckLinesOf).filter(({ recordedAt }) => yearAt(recordedAt) === year)
	};
}

const isEntry = ({ type }: StoredFact) => type === 'recorded';
