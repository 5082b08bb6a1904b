import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { riskFromOf } from '#lib/domain/control/due-state.ts';
import { keyOf } from '#lib/domain/control/picture.ts';
import { type ProjectedRow } from '../store/journal-store.ts';
import { type RunningRow } from '../store/report-store.ts';

/** What the store keeps of a row of the projection. */
export function projectedRow(row: ApplicationSummary): ProjectedRow {
	const { keys, ...summary } = row;
	const { number, acceptedAt } = row;
	return { number, summary: JSON.stringify(summary), keys, acceptedAt, running: runningRows(row) };
}

/**
 * How the control rooms of its Center and its body count an application: while it is in work, as on the devices. A body from which
 * it was redirected answers for it no more.
 */
function runningRows(row: ApplicationSummary): RunningRow[] {
	if (row.state !== 'open') return [];
	const orgs = [...new Set([row.center, row.body])].filter((org) => org !== null);
	return orgs.map((org) => ({
		org,
		step: keyOf(row, 'step'),
		person: keyOf(row, 'person'),
		service: keyOf(row, 'service'),
		center: keyOf(row, 'center'),
		due: row.due,
		riskFrom: riskFromOf(row),
		packetSince: row.packetSince
	}));
}
