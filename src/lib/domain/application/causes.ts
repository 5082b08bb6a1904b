import { applicationNumberOf } from '../number/paper-number.ts';
import { type Fact } from '../fact/fact.ts';
import { type FactId } from '../fact/ids.ts';
import { isListFact } from '../fact/traits.ts';
import { type PaperKind } from './application.ts';

type ListRow = { paper: string; on?: FactId; state?: 'received' | 'missing' | 'extra' | 'damaged' | 'carried' };

/** The row of one application's paper on a register's fact, if it is on it. */
export function rowOf(fact: Fact, number: string, paper: PaperKind): ListRow | undefined {
	if (!isListFact(fact)) return undefined;
	const kind = paper === 'packet' ? '1' : '2';
	// The digits between kind and check distinguish most rows at once; lists are long and every fold needs one row of each.
	const middle = number.slice(1, -2);
	return (fact.body.rows as ListRow[]).find(
		(row) => row.paper.startsWith(kind) && row.paper.startsWith(middle, 1) && applicationNumberOf(row.paper) === number
	);
}

/** The facts that this one acts on for one application: its own `on`, and that of the application's row. */
export function causesOf(fact: Fact, number: string): FactId[] {
	const rows = [rowOf(fact, number, 'packet')?.on, rowOf(fact, number, 'result')?.on];
	return [...fact.on, ...rows.filter((on): on is FactId => on !== undefined)];
}
