import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { type ExecutorNow, executorsNow } from './executors-now.ts';
import { watch } from '#lib/device/live/watch.svelte.ts';

/** More late ones than any body has; a reading must have an end. */
const MOST_LATE = 5_000;

export type Loads = { counters: ReadonlyMap<string, number>; late: readonly ApplicationSummary[] };

/** What the loads of the executors are counted from, read again whenever something changes. Call while a component initialises. */
export function watchLoads(): { readonly value: Loads | undefined } {
	return watch(async (reader) => ({
		counters: await reader.counters(),
		late: await reader.queryApplications({ index: 'due', to: Date.now(), limit: MOST_LATE })
	}));
}

/** The executors of this body as they stand today. */
export function executorsOf(loads: Loads | undefined): ExecutorNow[] {
	if (!loads) return [];
	const { staffing, today, org } = desk;
	return executorsNow({ people: desk.context?.people ?? [], org, staffing, today, ...loads });
}
