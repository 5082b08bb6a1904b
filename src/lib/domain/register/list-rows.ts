import { type ApplicationSummary } from '../application/summary.ts';
import { isAt } from '../application/whereabouts.ts';
import { type OrgId } from '../fact/ids.ts';
import { type Purpose, type ScanNote } from './scan-verdict.ts';

/** A person's mark on a row: scanned, scanned and damaged, not found, or left for the next day. */
export type RowMark = 'scanned' | 'damaged' | 'missing' | 'carried';

/** One row of an open list, stored until the list's fact is recorded. */
export type KeptRow = {
	paper: string;
	/** When it was scanned or marked; strictly increasing within a tab, so that the latest is known. */
	at: number;
	/** The pile it was put on; null where its org is unknown. */
	org: OrgId | null;
	known: boolean;
	note: ScanNote | null;
	mark: RowMark;
	remark: string;
};

/** The fields of an application's row that a list needs. */
type PaperRow = Pick<ApplicationSummary, 'packetAt' | 'resultAt' | 'body'>;

const AT_BODY = ['chancery', 'head', 'executor', 'archive'] as const;

/**
 * Whether facts have overtaken a row: its list was recorded by another tab or just before a crash, so the row must not be offered
 * again. A paper with unknown whereabouts stays on its list.
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

/** The pile of a row: the application, once known, takes precedence over the label. */
export const pileOf = (row: Pick<KeptRow, 'org'>, paper: Pick<PaperRow, 'body'> | undefined): OrgId | null =>
	paper?.body ?? row.org;

/** The row that an undo removes: the latest scan. Marks set by hand have their own buttons. */
export function lastScanned<Row extends Pick<KeptRow, 'at' | 'mark'>>(rows: readonly Row[]): Row | undefined {
	return rows
		.filter(({ mark }) => mark === 'scanned' || mark === 'damaged')
		.reduce<Row | undefined>((last, row) => (last && last.at >= row.at ? last : row), undefined);
}
