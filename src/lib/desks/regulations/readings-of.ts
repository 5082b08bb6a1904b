import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { readings } from '#lib/law/all-readings.ts';
import { type Reading } from '#lib/law/readings.ts';

/** The readings that a regulation applies, in order: its own, and those of its actions and steps. */
export function readingsOf({ readings: own, table1, routes }: Regulation): Reading[] {
	const rows = [...(routes.center ?? []), ...routes.body];
	const ids = new Set([...own, ...[...table1.actions, ...rows].flatMap((row) => row.readings)]);
	return readings.filter(({ id }) => ids.has(id));
}
