import { controlClock } from '#lib/domain/control/control-clock.ts';
import { pictureOfCells } from '#lib/domain/control/picture.ts';
import { type Instant, type OrgId } from '#lib/domain/fact/ids.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { ALMATY } from '#lib/domain/time/zone.ts';
import { type OverviewReport } from '#lib/protocol/report-messages.ts';
import { type ReportReads } from '../store/report-store.ts';

/**
 * How the applications in work stand in each org, by the limits of their steps: counts alone, nobody's name or number. An application
 * is counted at its Center and at its body, which both answer for it.
 */
export async function overviewReport(
	store: Pick<ReportReads, 'runningCells'>,
	orgs: readonly OrgId[],
	{ law, now }: { law: Law; now: Instant }
): Promise<OverviewReport> {
	const rows: OverviewReport['rows'] = [];
	for (const org of orgs) {
		const cells = await store.runningCells(org, controlClock(now, ALMATY, law.calendarOf(org)));
		rows.push({ org, counts: pictureOfCells(cells).total });
	}
	return { serverTime: now, rows };
}
