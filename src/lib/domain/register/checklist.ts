import { type CheckedRegisterRow } from '../fact/register-facts.ts';
import { type KeptRow } from './list-rows.ts';

/** Five states of a row at arrival, and one more for a row that is looked for again tomorrow. */
export type ChecklistState = CheckedRegisterRow['state'] | 'notScanned';
export type ChecklistRow = { paper: string; state: ChecklistState; at: number | null; remark: string };

/**
 * A register against the cart: its rows in their order, then what was not on it.
 * @param expected papers of the register; undefined when its own paper is lost or torn, and nothing can be missing or extra
 */
export function checklistOf(
	expected: readonly string[] | undefined,
	rows: readonly Pick<KeptRow, 'paper' | 'at' | 'mark' | 'remark'>[]
): ChecklistRow[] {
	const found = new Map(rows.map((row) => [row.paper, row]));
	const listed = (expected ?? []).map((paper): ChecklistRow => {
		const row = found.get(paper);
		if (!row) return { paper, state: 'notScanned', at: null, remark: '' };
		return { paper, state: row.mark === 'scanned' ? 'received' : row.mark, at: row.at, remark: row.remark };
	});
	const others = rows
		.filter(({ paper, mark }) => !expected?.includes(paper) && (mark === 'scanned' || mark === 'damaged'))
		.map(({ paper, mark, at, remark }): ChecklistRow => {
			if (mark === 'damaged') return { paper, state: 'damaged', at, remark };
			return { paper, state: expected ? 'extra' : 'received', at, remark };
		});
	return [...listed, ...others];
}

/** The papers that came, those among them that are damaged counted. */
export type Found = { readonly papers: readonly string[]; readonly damaged: number };

export function foundOf(rows: readonly ChecklistRow[]): Found {
	const came = rows.filter(({ state }) => state === 'received' || state === 'extra' || state === 'damaged');
	return {
		papers: came.map(({ paper }) => paper),
		damaged: came.filter(({ state }) => state === 'damaged').length
	};
}

/** How many rows are in each state. */
export function countStates(rows: readonly ChecklistRow[]): Record<ChecklistState, number> {
	const counts = { received: 0, missing: 0, extra: 0, damaged: 0, carried: 0, notScanned: 0 };
	for (const { state } of rows) counts[state] += 1;
	return counts;
}

/** The rows as their fact lists them; null while a row has no state yet, because what was not scanned is not missing. */
export function checkedRowsOf(
	rows: readonly ChecklistRow[]
): { rows: { paper: string; state: CheckedRegisterRow['state'] }[]; remarks: Record<string, string> } | null {
	const checked: { paper: string; state: CheckedRegisterRow['state'] }[] = [];
	for (const { paper, state } of rows) {
		if (state === 'notScanned') return null;
		checked.push({ paper, state });
	}
	const said = rows.filter(({ remark }) => remark.trim() !== '').map(({ paper, remark }) => [paper, remark.trim()]);
	return { rows: checked, remarks: Object.fromEntries(said) as Record<string, string> };
}
