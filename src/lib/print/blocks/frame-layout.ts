import { type TableLayout } from '../definition-types.ts';

/** A table of one cell as a frame. Line and paddings in points. */
export function framed(line: number, vertical: number, horizontal: number): TableLayout {
	return {
		hLineWidth: () => line,
		vLineWidth: () => line,
		paddingLeft: () => horizontal,
		paddingRight: () => horizontal,
		paddingTop: () => vertical,
		paddingBottom: () => vertical
	};
}

/** No lines at all. `gap` is the space after each column, in points. */
export function unframed(gap: number): TableLayout {
	return { ...framed(0, 0, 0), paddingRight: () => gap };
}

/** Only a line below: a place to write by hand. */
export const WRITING_LINE: TableLayout = { ...framed(0, 0, 0), hLineWidth: (row) => (row === 1 ? 0.75 : 0) };
