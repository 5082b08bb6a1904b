import { type ApplicationSummary } from '../application/summary.ts';
import { isAt } from '../application/whereabouts.ts';
import { type OrgId } from '../fact/ids.ts';
import { type Purpose, type ScanNote } from './scan-verdict.ts';

/** What a person said of a row: scanned as it is, scanned and damaged, looked for in vain, or left for tomorrow. */
export type RowMark = 'scanned' | 'damaged' | 'missing' | 'carried';

/** One row of a list that is being made, as it is kept until the list's fact is recorded. */
export type KeptRow = {
	paper: string;
	/** When it was scanned or marked; strictly growing within a tab, so that the last one is known. */
	at: number;
	/** The pile it was put on; null where nobody knows its org. */
	org: OrgId | null;
	known: boolean;
	note: ScanNote | null;
	mark: RowMark;
	remark: string;
};

/** What a list asks of a row of an application. */
type PaperRow = Pick<ApplicationSummary, 'packetAt' | 'resultAt' | 'body'>;

const AT_BODY = ['chancery', 'head', 'executor', 'archive'] as const;

/**
 * Whether the facts have overtaken a row: its list was recorded by another tab or just before a crash, so the row must not be offered
 * a second time. A paper whose whereabouts nobody knows stays on its list.
 */
export function isOvertaken(purpose: Purpose, paper: PaperRow | undefined, here: OrgId): boolean {
	if (!paper) return false;
	const packet = paper.packetAt;
	switch (purpose) {
		case 'collect':
			return !isAt(packet, { kind: 'window' }, { kind: 'unknown' });
		case 'dispatch':
			return !isAt(packet, { kind: 'window' }, { kind: 'unknown' }, { kind: 'collection', org: here });
		case 'arrive':
			return AT_BODY.some((kind) => isAt(packet, { kind, org: here }));
		case 'return':
			return paper.resultAt !== null && !isAt(paper.resultAt, { kind: 'chancery', org: here });
		case 'resultsArrive':
			return isAt(paper.resultAt, { kind: 'collection', org: here }, { kind: 'applicant' });
	}
}

/** The pile of a row: what the application says, once it is known, weighs more than what its label said. */
export const pileOf = (row: Pick<KeptRow, 'org'>, paper: Pick<PaperRow, 'body'> | undefined): OrgId | null =>
	paper?.body ?? row.org;

/** The row that an undo takes back: the latest scan. Marks set by hand have their own buttons. */
export function lastScanned<Row extends Pick<KeptRow, 'at' | 'mark'>>(rows: readonly Row[]): Row | undefined {
	return rows
		.filter(({ mark }) => mark === 'scanned' || mark === 'damaged')
		.reduce<Row | undefined>((last, row) => (last && last.at >= row.at ? last : row), undefined);
}
