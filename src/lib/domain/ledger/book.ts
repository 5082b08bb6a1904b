import { type Instant } from '../fact/ids.ts';
import { runningNumber, sameEntry } from './entry-number.ts';

/** One line of a book: the fields for its order and numbers. */
export type BookLine = { number: string; entry: string | null; recordedAt: Instant };

/** The lines in the order of the book: by running number, then by time; those without a number last. */
export function inBookOrder<Line extends BookLine>(lines: readonly Line[]): Line[] {
	const rank = ({ entry }: BookLine) => (entry === null ? null : runningNumber(entry)) ?? Number.MAX_SAFE_INTEGER;
	return [...lines].sort((a, b) => rank(a) - rank(b) || a.recordedAt - b.recordedAt || (a.number < b.number ? -1 : 1));
}

/** The flaws of a month of a book. */
export type BookFlaws = {
	/** Running numbers without an entry, as ranges from–to. */
	missing: { from: number; to: number }[];
	/** Entries used by two or more applications, with their numbers. */
	repeated: { entry: string; numbers: string[] }[];
	/** Applications entered without a number. */
	unnumbered: string[];
};

/**
 * The flaws of one month. Numbers run through the year: missing are those between the highest of earlier months and the highest of
 * this month that no line of the year has. A struck-out line keeps its number.
 *
 * @param year all lines of the year's book, this month's included
 * @param isThisMonth which of them are of this month
 */
export function flawsOf(year: readonly BookLine[], isThisMonth: (line: BookLine) => boolean): BookFlaws {
	const month = year.filter(isThisMonth);
	const first = Math.min(...month.map(({ recordedAt }) => recordedAt));
	const before = year.filter((line) => !isThisMonth(line) && line.recordedAt < first);
	const there = new Set(year.flatMap(({ entry }) => (entry === null ? [] : [runningNumber(entry)])));
	const numbers = byEntry(year);
	return {
		missing: rangesMissing(highestOf(before) + 1, highestOf(month), there),
		repeated: [...byEntry(month)].flatMap(([key, { entry }]) => {
			const applications = numbers.get(key)!.numbers;
			return applications.length > 1 ? [{ entry, numbers: applications }] : [];
		}),
		unnumbered: month.filter(({ entry }) => entry === null).map(({ number }) => number)
	};
}

/** The applications of the year's book that already have an entry, in any spelling. */
export function holdersOf(entry: string, year: readonly BookLine[]): string[] {
	return byEntry(year).get(sameEntry(entry))?.numbers ?? [];
}

function byEntry(lines: readonly BookLine[]): Map<string, { entry: string; numbers: string[] }> {
	const found = new Map<string, { entry: string; numbers: string[] }>();
	for (const { entry, number } of lines) {
		if (entry === null) continue;
		const key = sameEntry(entry);
		const known = found.get(key);
		if (!known) found.set(key, { entry, numbers: [number] });
		else if (!known.numbers.includes(number)) known.numbers.push(number);
	}
	return found;
}

const highestOf = (lines: readonly BookLine[]): number =>
	lines.reduce((most, { entry }) => Math.max(most, entry === null ? 0 : (runningNumber(entry) ?? 0)), 0);

/** Steps from one existing number to the next: a slip of the pen («1180000») costs one range, not a million numbers. */
function rangesMissing(from: number, to: number, there: ReadonlySet<number | null>): { from: number; to: number }[] {
	const known = [...there].filter((number): number is number => number !== null && number >= from && number <= to);
	const ranges: { from: number; to: number }[] = [];
	let next = from;
	for (const number of known.sort((a, b) => a - b)) {
		if (number > next) ranges.push({ from: next, to: number - 1 });
		next = number + 1;
	}
	return ranges;
}
