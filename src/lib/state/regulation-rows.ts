import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import { allServices, findRegulation, regulationsInForce, regulationVersions } from '#lib/law/catalog.ts';

/** A regulation in the list: the version in force on a day, and the newest one known, which may begin later. */
export type RegulationRow = { regulation: Regulation; last: Regulation };

/** All services in the order of their numbers; one of which no version is in force is shown with its newest. */
export function regulationRows(day: PlainDate): RegulationRow[] {
	return allServices().map((last) => ({ regulation: inForceOn(last.id, day) ?? last, last }));
}

/** The version of a service that is in force on a day. */
export const inForceOn = (id: string, day: PlainDate): Regulation | undefined =>
	regulationsInForce(day).find((regulation) => regulation.id === id);

/** What an address asks for: the version it names where that is known, else the one in force, else the newest. */
export function regulationAt(id: string, version: string | null, day: PlainDate): Regulation | undefined {
	const asked = version === null ? undefined : findRegulation(id, Number(version));
	return asked ?? inForceOn(id, day) ?? regulationVersions(id).at(-1);
}
