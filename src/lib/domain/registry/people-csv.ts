import { type Role } from '../fact/ids.ts';
import { type CsvRow, type CsvSeparator, readCsv } from './csv-rows.ts';
import { columnNamed, headerWord, NEEDED_COLUMNS, type PeopleColumn } from './people-csv-columns.ts';
import { type StaffNameTyped } from './registry-command.ts';

/** A person of a list, with the line that tells of them. What is wrong with a number or a name is for the registry to say. */
export type PersonLine = {
	line: number;
	number: string;
	name: StaffNameTyped;
	roles: readonly Role[];
	window: string | null;
};

/** Why a line cannot be read; `text`: what it is about, as it stands in the list. */
export type PeopleCsvMistake = { line: number; why: PeopleCsvReason; text: string };
type PeopleCsvReason =
	'empty' | 'columnMissing' | 'columnTwice' | 'quoteOpen' | 'cellsTooMany' | 'roleUnknown' | 'lettersLost' | 'tooMany';

/** People of one list: what the server takes in one act. */
export const MOST_PEOPLE_OF_LIST = 500;

const SEPARATORS: readonly CsvSeparator[] = [';', '\t', ','];

/**
 * Reads a list of people: a header with the names of the columns in any order and language, then a line each. The separator is the one
 * under which most columns are known. A list with a mistake is read no further than to name all of them.
 * @param roleNamed the role that a word names, in whatever language; words come folded by `headerWord`
 */
export function readPeopleCsv(
	text: string,
	roleNamed: (word: string) => Role | null
): { ok: true; people: PersonLine[] } | { ok: false; mistakes: PeopleCsvMistake[] } {
	const plain = text.replace(/^\uFEFF/, '');
	const reads = SEPARATORS.map((separator) => readCsv(plain, separator));
	const best = reads.reduce((a, b) => (knownIn(b.rows[0]) > knownIn(a.rows[0]) ? b : a));
	const [header, ...rows] = best.rows;
	if (best.openQuote !== null) return mistake(best.openQuote, 'quoteOpen');
	if (!header || rows.length === 0) return mistake(1, 'empty');
	const columns = header.cells.map(columnNamed);
	const wrong = headerMistakes(header, columns);
	if (wrong.length > 0) return { ok: false, mistakes: wrong };
	if (rows.length > MOST_PEOPLE_OF_LIST) return mistake(rows[MOST_PEOPLE_OF_LIST]!.line, 'tooMany');
	const mistakes = rows.flatMap((row) => rowMistakes(row, columns, roleNamed));
	if (mistakes.length > 0) return { ok: false, mistakes };
	return { ok: true, people: rows.map((row) => personOf(row, columns, roleNamed)) };
}

type Columns = readonly (PeopleColumn | null)[];

const mistake = (line: number, why: PeopleCsvReason, text = '') => ({
	ok: false as const,
	mistakes: [{ line, why, text }]
});

const knownIn = (row: CsvRow | undefined): number =>
	row?.cells.filter((cell) => columnNamed(cell) !== null).length ?? 0;

function headerMistakes({ line, cells }: CsvRow, columns: Columns): PeopleCsvMistake[] {
	const missing = NEEDED_COLUMNS.filter((column) => !columns.includes(column));
	const twice = columns.flatMap((column, at) =>
		column !== null && columns.indexOf(column) !== at ? [cells[at]!] : []
	);
	return [
		...missing.map((text) => ({ line, why: 'columnMissing' as const, text })),
		...twice.map((text) => ({ line, why: 'columnTwice' as const, text }))
	];
}

function rowMistakes(row: CsvRow, columns: Columns, roleNamed: (word: string) => Role | null): PeopleCsvMistake[] {
	const { line, cells } = row;
	const surplus = cells.slice(columns.length).find((cell) => cell !== '');
	if (surplus !== undefined) return [{ line, why: 'cellsTooMany', text: surplus }];
	// A letter that the encoding of the file does not have was written as a question mark, and is gone.
	const lost = cells.filter((cell, at) => columns[at] !== null && /[?\uFFFD]/.test(cell));
	const unknown = roleWords(row, columns).filter((word) => roleNamed(headerWord(word)) === null);
	return [
		...lost.map((text) => ({ line, why: 'lettersLost' as const, text })),
		...unknown
			.filter((text) => !lost.some((cell) => cell.includes(text)))
			.map((text) => ({ line, why: 'roleUnknown' as const, text }))
	];
}

function personOf(row: CsvRow, columns: Columns, roleNamed: (word: string) => Role | null): PersonLine {
	const at = (column: PeopleColumn) => cellOf(row, columns, column);
	const roles = roleWords(row, columns).flatMap((word) => roleNamed(headerWord(word)) ?? []);
	return {
		line: row.line,
		number: at('number'),
		name: { surname: at('surname'), given: at('given'), patronymic: at('patronymic') },
		roles: [...new Set(roles)],
		window: at('window') || null
	};
}

const cellOf = ({ cells }: CsvRow, columns: Columns, column: PeopleColumn): string =>
	cells[columns.indexOf(column)] ?? '';

const roleWords = (row: CsvRow, columns: Columns): string[] =>
	cellOf(row, columns, 'roles')
		.split(/[+,]/)
		.map((word) => word.trim())
		.filter((word) => word !== '');
