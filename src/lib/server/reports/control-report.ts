import { controlClock } from '#lib/domain/control/control-clock.ts';
import { pictureOfCells } from '#lib/domain/control/picture.ts';
import { noFilter, urgentList } from '#lib/domain/control/urgent-list.ts';
import { type Instant, type OrgId } from '#lib/domain/fact/ids.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { ALMATY } from '#lib/domain/time/zone.ts';
import { type ControlReport, UrgentRowSchema } from '#lib/protocol/report-messages.ts';
import { type ReportReads } from '../store/report-store.ts';
import { readableRows } from './readable-rows.ts';

/**
 * The control room of an org at a moment: counts per step, person, service and Center, and the most urgent ones.
 * @param most how many of these
 */
export async function controlReport(
	store: ReportReads,
	org: OrgId,
	{ law, now, most }: { law: Law; now: Instant; most: number }
): Promise<ControlReport> {
	const clock = controlClock(now, ALMATY, law.calendarOf(org));
	const cells = await store.runningCells(org, clock);
	const { rows, unreadable } = readableRows(UrgentRowSchema, await store.urgentSummaries(org, most));
	const urgent = urgentList(rows, noFilter(), clock);
	return { serverTime: now, picture: pictureOfCells(cells), urgent, unreadable };
}
