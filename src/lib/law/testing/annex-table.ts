/**
 * What a jurist writes out of one annex of the resolution, one line per step, cells separated by ` | `; `–` is an empty cell. It is
 * typed from the resolution's text, never generated from the data under test.
 */
export type AnnexTable = {
	/** Number of the service, 1–8. */
	service: number;
	/** Place of table 1. */
	place: string;
	/** Table 1 as printed: number, unit, action, form of completion, limit, next action. */
	table1: string;
	/**
	 * Routes of an application by `entry outcome`: action of table 1 and completing fact, units, what is done, form of completion,
	 * limit (`≥`: not less), next step, place. The text is that of tables 1–3, or of the reading named with the place.
	 */
	routes: Record<string, string>;
};

/** The lines of a table, without the indents of the source. */
export function linesOf(table: string): string[] {
	return table
		.trim()
		.split('\n')
		.map((line) => line.trim());
}
