import { controlClock } from '../../domain/control/control-clock';
import { pictureOfCells } from '../../domain/control/picture';
import { noFilter, urgentList } from '../../domain/control/urgent-list';
import { type Instant, type OrgId } from '../../domain/fact/ids';
import { ALMATY } from '../../domain/time/zone';
import { type ControlReport, UrgentRowSchema } from '../../protocol/report-messages';
import { currentLaw } from '../../regulations/law-of';
import { type ReportReads } from '../store/report-store';
import { readableRows } from './readable-rows';

/**
 * The control room of an org at a moment: counts per step, person, service and Center, and the most urgent ones.
 * @param most how many of these
 */
export async function controlReport(
	store: ReportReads,
	org: OrgId,
	{ now, most }: { now: Instant; most: number }
): Promise<ControlReport> {
	const clock = controlClock(now, ALMATY, currentLaw().calendarOf(org));
	const cells = await store.runningCells(org, clock);
	const { rows, unreadable } = readableRows(UrgentRowSchema, await store.urgentSummaries(org, most));
	const urgent = urgentList(rows, noFilter(), clock);
	return { serverTime: now, picture: pictureOfCells(cells), urgent, unreadable };
}
