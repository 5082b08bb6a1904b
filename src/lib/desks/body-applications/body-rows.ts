import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type RowQuery } from '#lib/journal/device-store.ts';
import { allRowsOf, byUrgency } from '#lib/tools/pick-list/waiting-rows.ts';

/** What the head looks for among the body's applications; empty strings let everything through. */
export type BodyFilter = { service: string; step: string; executor: string; late: boolean; finished: boolean };
export const ALL_OPEN: BodyFilter = { service: '', step: '', executor: '', late: false, finished: false };

type Rows = { queryApplications(query: RowQuery): Promise<ApplicationSummary[]> };

/** Finished ones are many: the latest are shown, the rest is found by search. */
const MOST_FINISHED = 500;

/**
 * Applications of a body. Those in work are read by the key of their state and come the most urgent first; finished ones, where asked
 * for, the latest acceptance first.
 */
export async function bodyRows(
	rows: Rows,
	org: OrgId,
	{ finished }: Pick<BodyFilter, 'finished'>
): Promise<ApplicationSummary[]> {
	if (finished) return finishedRows(rows, org);
	const open = await Promise.all(['state:open', 'state:numberOnly'].map((key) => allRowsOf(rows, key)));
	return open
		.flat()
		.filter(({ body }) => body === org)
		.sort(byUrgency);
}

async function finishedRows(rows: Rows, org: OrgId): Promise<ApplicationSummary[]> {
	const found: ApplicationSummary[] = [];
	const limit = 200;
	for (let offset = 0; found.length < MOST_FINISHED; offset += limit) {
		const read = await rows.queryApplications({ index: 'acceptedAt', from: 0, reverse: true, limit, offset });
		found.push(...read.filter(({ body, state }) => body === org && state !== 'open' && state !== 'numberOnly'));
		if (read.length < limit) break;
	}
	return found.slice(0, MOST_FINISHED);
}

/** Whether the head may name an executor now: registered, or examined and not yet drafted. Of all others it would be refused. */
export const isAssignable = ({ state, next }: Pick<ApplicationSummary, 'state' | 'next'>): boolean =>
	state === 'open' && (next === 'assigned' || next === 'drafted');

/** Whether a row is let through. Late is what is due before `now`; what waits for its applicant never is. */
export function lets(row: ApplicationSummary, { service, step, executor, late }: BodyFilter, now: number): boolean {
	if (service && row.regulation !== service) return false;
	if (step && row.next !== step) return false;
	if (executor && row.executor !== executor) return false;
	return !late || (row.due !== null && row.due < now);
}
