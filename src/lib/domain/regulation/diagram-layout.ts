/** A box takes three columns, so that the next one may begin one column later in another lane, directly above or below. */
export const BOX_COLUMNS = 3;

/** A piece to place: its rows, width, and predecessors. */
export type Piece = {
	id: string;
	lane: number;
	/** First row and number of rows; rows are counted through all lanes from the top. */
	row: number;
	rows: number;
	columns: number;
	after: readonly string[];
	/** May begin in the same column as the previous box: the applicant is directly above the step that serves them. */
	mayStand: boolean;
};

export type Placed = Piece & { column: number };

/**
 * Form of an arrow: `along` its row; `across` rows in one column where the boxes are above each other; a `turn`: first along the
 * row, then across in a column; or from a `corner` of the decision into one of the two adjacent rows.
 */
export type Track = { from: string; to: string; form: 'along' | 'across' | 'turn' | 'corner'; column: number };

type Grid = { placed: Placed[]; tracks: Track[]; columns: number };

const MOST_COLUMNS = 400;

/**
 * Places pieces in order, each as far left as it fits: boxes never overlap each other or an arrow. The same pieces give the same
 * grid.
 * @throws RangeError if a piece comes before its predecessor
 */
export function layOut(pieces: readonly Piece[]): Grid {
	const placed: Placed[] = [];
	const tracks: Track[] = [];
	const taken = new Map<string, 'box' | 'arrow'>();
	for (const piece of pieces) {
		const before = piece.after.map((id) => {
			const found = placed.find((each) => each.id === id);
			if (!found) throw new RangeError(`${piece.id} follows ${id}, which is not placed`);
			return found;
		});
		const { box, ways } = firstFit(piece, before, taken);
		for (const cell of cellsOf(box)) taken.set(cell, 'box');
		for (const { cells } of ways) for (const cell of cells) taken.set(cell, 'arrow');
		placed.push(box);
		tracks.push(...ways.map(({ track }) => track));
	}
	return { placed, tracks, columns: Math.max(0, ...placed.map(endOf)) + 1 };
}

type Taken = ReadonlyMap<string, 'box' | 'arrow'>;
type Way = { track: Track; cells: string[] };

function firstFit(piece: Piece, before: readonly Placed[], taken: Taken): { box: Placed; ways: Way[] } {
	const starts = before.map((each) =>
		each.lane === piece.lane ? endOf(each) + 1 : each.column + (piece.mayStand ? 0 : 1)
	);
	for (let column = Math.max(0, ...starts); column < MOST_COLUMNS; column++) {
		const box = { ...piece, column };
		if (cellsOf(box).some((cell) => taken.has(cell))) continue;
		const ways = waysTo(box, before, taken);
		if (ways) return { box, ways };
	}
	throw new RangeError(`No place for ${piece.id}`);
}

/** One arrow from each preceding box, or undefined where one of them has no free way. Arrows into one box may join. */
function waysTo(box: Placed, before: readonly Placed[], taken: Taken): Way[] | undefined {
	const now = new Map(taken);
	for (const cell of cellsOf(box)) now.set(cell, 'box');
	const ways: Way[] = [];
	for (const from of before) {
		const way = candidates(from, box).find(({ cells }) => cells.every((cell) => !now.has(cell)));
		if (!way) return undefined;
		ways.push(way);
	}
	return ways;
}

function candidates(from: Placed, to: Placed): Way[] {
	const track = (form: Track['form'], column: number): Track => ({ from: from.id, to: to.id, form, column });
	const gap = range(endOf(from) + 1, to.column - 1);
	if (from.lane === to.lane) {
		const form = from.rows === to.rows ? 'along' : 'corner';
		return [{ track: track(form, to.column), cells: gap.map((column) => cell(column, to.row)) }];
	}
	const between =
		from.row < to.row ? range(from.row + from.rows, to.row - 1) : range(to.row + to.rows, from.row - 1).toReversed();
	const middle = (to.column + endOf(to)) / 2;
	const across = range(Math.max(from.column, to.column), Math.min(endOf(from), endOf(to)))
		.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
		.map((column) => ({ track: track('across', column), cells: between.map((row) => cell(column, row)) }));
	const turn = {
		track: track('turn', to.column),
		cells: [
			...gap.flatMap((column) => range(from.row, from.row + from.rows - 1).map((row) => cell(column, row))),
			...range(Math.min(from.row, to.row + to.rows), Math.max(from.row + from.rows - 1, to.row - 1))
				.filter((row) => row < to.row || row >= to.row + to.rows)
				.map((row) => cell(to.column, row))
		]
	};
	return to.column > endOf(from) ? [...across, turn] : across;
}

/** Last column of a box. */
export const endOf = ({ column, columns }: Pick<Placed, 'column' | 'columns'>) => column + columns - 1;

const cell = (column: number, row: number) => `${column} ${row}`;
const range = (from: number, to: number) =>
	Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place);

function cellsOf(box: Placed): string[] {
	return range(box.column, endOf(box)).flatMap((column) =>
		range(box.row, box.row + box.rows - 1).map((row) => cell(column, row))
	);
}
