import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { searchKeyAt } from '#lib/domain/application/whereabouts.ts';
import { awaySince } from '#lib/domain/control/control-row.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type StepFact } from '#lib/domain/regulation/route.ts';
import { type RowQuery } from '#lib/journal/device-store.ts';

type Rows = { queryApplications(query: RowQuery): Promise<ApplicationSummary[]> };

const STRIDE = 1000;

/** All rows with a key, however many: read in strides. */
export async function allRowsOf(rows: Rows, key: string): Promise<ApplicationSummary[]> {
	const all: ApplicationSummary[] = [];
	for (let offset = 0; ; offset += STRIDE) {
		const read = await rows.queryApplications({ index: 'keys', equals: key, limit: STRIDE, offset });
		all.push(...read);
		if (read.length < STRIDE) return all;
	}
}

/** All rows that one of some steps is next for. */
export const rowsAt = async (rows: Rows, steps: readonly string[]): Promise<ApplicationSummary[]> =>
	(await Promise.all(steps.map((step) => allRowsOf(rows, `step:${step}`)))).flat();

/** What waits at a place for one step, the most urgent first. `key`: `at:head/<org>`, `at:result/head/<org>` … */
export async function waitingRows(rows: Rows, key: string, next: StepFact): Promise<ApplicationSummary[]> {
	return (await allRowsOf(rows, key)).filter((row) => row.next === next).sort(byUrgency);
}

/** What waits at the head of a body for one step. */
export const waitingAtHead = (rows: Rows, paper: 'packet' | 'result', org: OrgId, next: StepFact) =>
	waitingRows(rows, searchKeyAt(paper, { kind: 'head', org }), next);

/** A paper that nobody has, the longest away, first; then by due time, those without one last; then the older acceptance first. */
export function byUrgency(a: ApplicationSummary, b: ApplicationSummary): number {
	const [awayA, awayB] = [awaySince(a), awaySince(b)];
	if (awayA !== awayB) return (awayA ?? Number.MAX_SAFE_INTEGER) - (awayB ?? Number.MAX_SAFE_INTEGER);
	const [dueA, dueB] = [a.due ?? Number.MAX_SAFE_INTEGER, b.due ?? Number.MAX_SAFE_INTEGER];
	return dueA - dueB || a.acceptedAt - b.acceptedAt || (a.number < b.number ? -1 : 1);
}
