import { type ApplicationSummary } from '../application/summary.ts';
import { type OrgId } from '../fact/ids.ts';

/**
 * Results that wait to be sent, by their Center: notices and refusals alike (C16). Applications made at the body are never among
 * them, because no Center waits for them.
 */
export function readyByCenter<Row extends Pick<ApplicationSummary, 'next' | 'center'>>(
	rows: readonly Row[]
): Map<OrgId, Row[]> {
	const ready = new Map<OrgId, Row[]>();
	for (const row of rows) {
		if (row.next !== 'returned' || row.center === null) continue;
		ready.set(row.center, [...(ready.get(row.center) ?? []), row]);
	}
	return ready;
}
