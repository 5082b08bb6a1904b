import { bookKey } from '../../domain/application/summary';
import { type Instant, type OrgId } from '../../domain/fact/ids';
import { inBookOrder } from '../../domain/ledger/book';
import { type LedgerQuery, type LedgerReport, LedgerRowSchema } from '../../protocol/report-messages';
import { type ReportReads } from '../store/report-store';
import { readableRows } from './readable-rows';

/** One month of the ledger (есепке алу кітабы) of a service at a body. */
export async function ledgerReport(
	store: ReportReads,
	body: OrgId,
	{ regulation, month, now }: LedgerQuery & { now: Instant }
): Promise<LedgerReport> {
	const summaries = await store.summariesWithKey(bookKey(regulation, body, month));
	const { rows, unreadable } = readableRows(LedgerRowSchema, summaries);
	const count = (kind: 'notice' | 'refusal') => rows.filter(({ decision }) => decision === kind).length;
	return {
		serverTime: now,
		rows: inBookOrder(rows.map((row) => ({ ...row, entry: row.ledgerNumber }))).map(({ entry: _, ...row }) => row),
		notices: count('notice'),
		refusals: count('refusal'),
		unreadable
	};
}
