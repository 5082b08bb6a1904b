import { bookKey } from '#lib/domain/application/summary.ts';
import { type Instant, type OrgId } from '#lib/domain/fact/ids.ts';
import { inBookOrder } from '#lib/domain/ledger/book.ts';
import { type LedgerQuery, type LedgerReport, LedgerRowSchema } from '#lib/protocol/report-messages.ts';
import { type ReportReads } from '../store/report-store.ts';
import { readableRows } from './readable-rows.ts';

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
