import { describe, expect, it } from 'vitest';
import { regulations } from '#lib/law/catalog.ts';
import { type Diagram, diagramOf, type DiagramBox, type Way } from './diagram.ts';
import { endOf } from './diagram-layout.ts';
import { type Regulation } from './regulation.ts';
import { entriesOf, type Entry, type Outcome, routeOf } from './route.ts';

const every: [string, Regulation, Entry][] = regulations.flatMap((regulation) =>
	entriesOf(regulation).map((entry): [string, Regulation, Entry] => [
		`service ${regulation.number}, ${entry}`,
		regulation,
		entry
	])
);

const benefit = regulations[2]!;

/** The facts of one outcome in the order in which the arrows lead, with the lane each stands in. */
function walk({ boxes, arrows }: Diagram, outcome: Outcome): string[] {
	const ways: Way[] = ['both', outcome];
	const steps: string[] = [];
	let at = boxes.find(({ kind }) => kind === 'applies');
	while (at && at.kind !== 'collects') {
		const from: DiagramBox = at;
		const next = arrows.filter((arrow) => arrow.from === from.id && ways.includes(arrow.way));
		expect(next).toHaveLength(1);
		at = boxes.find(({ id }) => id === next[0]?.to);
		if (at?.step) steps.push(`${at.step.fact} ${at.unit}`);
	}
	expect(at?.kind).toBe('collects');
	return steps;
}

describe('the diagram of a regulation', () => {
	it.each(every)('G30 of %s has every step of both routes once, in the lane of its unit', (_, regulation, entry) => {
		const diagram = diagramOf(regulation, entry);
		for (const outcome of ['notice', 'refusal'] as const) {
			const route = routeOf(regulation, entry, outcome);
			expect(walk(diagram, outcome)).toEqual(route.map(({ fact, unit }) => `${fact} ${unit}`));
			const drawn = diagram.boxes.filter(({ step, way }) => step && (way === 'both' || way === outcome));
			expect(drawn.map(({ step }) => step)).toEqual(route);
		}
		for (const box of diagram.boxes) {
			const lane = diagram.lanes.find(({ unit }) => unit === box.unit)!;
			expect(box.row).toBeGreaterThanOrEqual(lane.row);
			expect(box.row + box.rows).toBeLessThanOrEqual(lane.row + lane.rows);
		}
	});

	it.each(every)(
		'G31 of %s parts at the decision, the main process above the alternative one',
		(_, regulation, entry) => {
			const { boxes, arrows } = diagramOf(regulation, entry);
			const decision = boxes.find(({ kind }) => kind === 'decision')!;
			expect(arrows.filter(({ from }) => from === decision.id).map(({ to, way }) => [to, way])).toEqual([
				['drafted:notice', 'notice'],
				['drafted:refusal', 'refusal']
			]);
			expect(boxes.filter(({ way }) => way === 'both').every(({ column }) => column <= decision.column)).toBe(true);
			for (const box of boxes.filter(({ way, kind }) => way === 'notice' && kind === 'step')) {
				const other = boxes.find(({ id }) => id === box.id.replace('notice', 'refusal'))!;
				expect([other.unit, other.row]).toEqual([box.unit, box.row + 1]);
			}
		}
	);

	it.each(every)('G32 of %s lays no box on another and leads no arrow through a box', (_, regulation, entry) => {
		const { boxes, arrows } = diagramOf(regulation, entry);
		const covers = (box: DiagramBox, column: number, row: number) =>
			column >= box.column && column < box.column + box.columns && row >= box.row && row < box.row + box.rows;
		for (const box of boxes)
			for (const other of boxes.filter(({ id }) => id !== box.id))
				for (let row = other.row; row < other.row + other.rows; row++)
					for (let column = other.column; column < other.column + other.columns; column++)
						expect(covers(box, column, row), `${box.id} and ${other.id}`).toBe(false);
		for (const arrow of arrows.filter(({ form }) => form === 'across' || form === 'turn')) {
			const ends = [arrow.from, arrow.to].map((id) => boxes.find((box) => box.id === id)!);
			const [top, bottom] = ends.toSorted((a, b) => a.row - b.row);
			for (let row = top!.row + top!.rows; row < bottom!.row; row++)
				for (const box of boxes) expect(covers(box, arrow.column, row), `${arrow.from} through ${box.id}`).toBe(false);
			expect(arrow.column).toBeGreaterThanOrEqual(ends[1]!.column);
			expect(arrow.column).toBeLessThan(ends[1]!.column + ends[1]!.columns);
		}
	});

	it('G33 is the same whenever it is made, and made of the data alone', () => {
		expect(diagramOf(structuredClone(benefit), 'center')).toEqual(diagramOf(benefit, 'center'));
		const renamed = { ...structuredClone(benefit), id: 'another', number: 8 };
		expect(diagramOf(renamed, 'center')).toEqual(diagramOf(benefit, 'center'));
	});

	it('G33 of service 3 through a Center has six lanes, the applicant’s first', () => {
		const { lanes, boxes, columns } = diagramOf(benefit, 'center');
		expect(lanes.map(({ unit, rows }) => `${unit} ${rows}`)).toEqual([
			'applicant 1',
			'centerInspector 2',
			'accumulationInspector 2',
			'chancery 2',
			'head 2',
			'executor 2'
		]);
		expect(columns).toBe(Math.max(...boxes.map(endOf)) + 1);
	});

	it('G15 is empty for an entry that the regulation does not open', () => {
		expect(diagramOf(regulations[0]!, 'center')).toEqual({
			entry: 'center',
			lanes: [],
			boxes: [],
			arrows: [],
			columns: 0,
			rows: 0
		});
	});
});
