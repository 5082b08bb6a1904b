/**
 * A text in lines of a terminal, broken at spaces, not at no-break ones; a word that is longer than a line stands alone on its own.
 * @param first what stands before the first line
 * @param rest what stands before all others
 * @param width characters of a line, what stands before it included
 */
export function wrapForTerminal(text: string, first: string, rest: string, width: number): string[] {
	const lines: string[] = [];
	let line = first;
	let empty = true;
	for (const word of text.split(/[ \n]+/)) {
		if (!empty && line.length + 1 + word.length > width) {
			lines.push(line);
			line = rest;
			empty = true;
		}
		line += empty ? word : ` ${word}`;
		empty = false;
	}
	return [...lines, line];
}
