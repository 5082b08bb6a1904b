import { bookKey } from '#lib/domain/application/summary.ts';
import { type BookLine } from '#lib/domain/ledger/book.ts';
import { type LedgerLine, struckLinesOf } from '#lib/domain/ledger/ledger-line.ts';
import { causesIn } from '#lib/domain/fact/read-fact.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { findApplications } from '#lib/device/session/acts.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';

/** More entries than one body makes in a service in a year. */
const MOST_LINES = 50_000;

/** The entries that count, and those that were struck out, of one service in one year at this body. */
type YearBook = { lines: (BookLine & { touchedAt: number })[]; struck: LedgerLine[] };

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
