/** A record of a table in text: where it begins (the first line is 1), and its cells as they are read. */
export type CsvRow = { line: number; cells: string[] };
export type CsvSeparator = ';' | ',' | '\t';

/** `openQuote`: the line of the record whose quote is never closed; everything after it would belong to one cell. */
type CsvRead = { rows: CsvRow[]; openQuote: number | null };

/** Reads CSV text (RFC 4180): cells may stand in quotes, a doubled quote is one, ends of lines are of any kind. Blank records are left out. */
export function readCsv(text: string, separator: CsvSeparator): CsvRead {
	const rows: CsvRow[] = [];
	let row: CsvRow = { line: 1, cells: [''] };
	let [line, quoted] = [1, false];
	const add = (part: string) => (row.cells[row.cells.length - 1] += part);
	const endRow = () => {
		if (row.cells.some((cell) => cell.trim() !== '')) rows.push({ ...row, cells: row.cells.map(trimmed) });
		row = { line, cells: [''] };
	};
	for (let at = 0; at < text.length; at += 1) {
		const char = text[at]!;
		const isLineEnd = char === '\n' || (char === '\r' && text[at + 1] !== '\n');
		if (isLineEnd) line += 1;
		if (quoted) {
			if (char !== '"') add(char);
			else if (text[at + 1] === '"') {
				add('"');
				at += 1;
			} else quoted = false;
		} else if (char === '"' && row.cells.at(-1)!.trim() === '') quoted = true;
		else if (char === separator) row.cells.push('');
		else if (isLineEnd) endRow();
		else if (char !== '\r') add(char);
	}
	const openQuote = quoted ? row.line : null;
	endRow();
	return { rows, openQuote };
}

const trimmed = (cell: string): string => cell.trim();
