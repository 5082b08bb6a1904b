import { type CheckedRegisterRow } from '../fact/register-facts.ts';
import { type KeptRow } from './list-rows.ts';

/** Five states of a row at arrival, and one more for a row to be searched for again the next day. */
export type ChecklistState = CheckedRegisterRow['state'] | 'notScanned';
export type ChecklistRow = { paper: string; state: ChecklistState; at: number | null; remark: string };

/**
 * Compares a register with the cart: its rows in order, then the papers not on it.
 * @param expected papers of the register; undefined when the register's paper is lost or torn: then nothing can be missing or extra
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

/** The papers that arrived, and the number of damaged ones. */
export type Found = { readonly papers: readonly string[]; readonly damaged: number };

export function foundOf(rows: readonly ChecklistRow[]): Found {
	const came = rows.filter(({ state }) => state === 'received' || state === 'extra' || state === 'damaged');
	return {
		papers: came.map(({ paper }) => paper),
		damaged: came.filter(({ state }) => state === 'damaged').length
	};
}

/** Number of rows in each state. */
export function countStates(rows: readonly ChecklistRow[]): Record<ChecklistState, number> {
	const counts = { received: 0, missing: 0, extra: 0, damaged: 0, carried: 0, notScanned: 0 };
	for (const { state } of rows) counts[state] += 1;
	return counts;
}

/** The rows as recorded in the fact; null while a row has no state yet, because a row not scanned is not missing. */
export function checkedRowsOf(
	rows: readonly ChecklistRow[]
): { rows: { paper: string; state: CheckedRegisterRow['state'] }[]; remarks: Record<string, string> } | null {
	const checked: { paper: string; state: CheckedRegisterRow['state'] }[] = [];
	for (const { paper, state } of rows) {
		if (state === 'notScanned') return null;
		checked.push({ paper, state });
	}
	const remarked = rows.filter(({ remark }) => remark.trim() !== '').map(({ paper, remark }) => [paper, remark.trim()]);
	return { rows: checked, remarks: Object.fromEntries(remarked) as Record<string, string> };
}
