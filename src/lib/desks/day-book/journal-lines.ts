import { type Application } from '#lib/domain/application/application.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type StaffId } from '#lib/domain/fact/ids.ts';

/** A line of the journal of registration: the row of lists, and who accepted, collected and signed. */
export type JournalLine = {
	row: ApplicationSummary;
	acceptedBy: StaffId | null;
	/** «Журналға қол қою»: the live collection, with the second hand where one signed on the device. */
	collected: { by: StaffId; at: number; countersigned: StaffId | null } | null;
};

/** Joins a page of rows with what only the facts tell. */
export function journalLines(
	rows: readonly ApplicationSummary[],
	applications: ReadonlyMap<string, Application>
): JournalLine[] {
	return rows.map((row) => {
		const application = applications.get(row.number);
		const collected = application?.story.findLast(({ fact, dead }) => fact.type === 'collected' && !dead);
		return {
			row,
			acceptedBy: application?.acceptance?.actor ?? null,
			collected: collected
				? { by: collected.fact.actor, at: collected.at, countersigned: collected.fact.countersigned?.actor ?? null }
				: null
		};
	});
}
