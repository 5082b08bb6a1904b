import { inForceOn, shownOn } from '#lib/domain/regulation/in-force-on.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';

/** A regulation in the list: the version in force on a day, and the newest one known, which may begin later. */
type RegulationRow = { regulation: Regulation; last: Regulation };

/** All services in the order of their numbers; one of which no version is in force is shown with its newest. */
export function regulationRows(law: Law, day: PlainDate): RegulationRow[] {
	return law.services.map((last) => ({ regulation: inForceOn(law, last.id, day) ?? last, last }));
}

/** What an address asks for: the version it names where that is known, else the one in force, else the newest. */
export function regulationAt(
	law: Law,
	{ id, version }: { id: string; version: string | null },
	day: PlainDate
): Regulation | undefined {
	const asked = version === null ? undefined : law.regulation(id, Number(version));
	return asked ?? shownOn(law, id, day);
}
