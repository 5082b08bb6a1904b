/**
 * Wraps a text for a terminal at spaces, not at no-break ones; a word longer than a line gets a line of its own.
 * @param first prefix of the first line
 * @param rest prefix of all others
 * @param width characters of a line, prefix included
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
