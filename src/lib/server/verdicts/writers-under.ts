import { writersOf } from '#lib/domain/acts/rights.ts';
import { type FactType } from '#lib/domain/fact/fact.ts';
import { type Role } from '#lib/domain/fact/ids.ts';
import { everyVersion } from '#lib/domain/regulation/every-version.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { unitsOfAnyStep } from '#lib/domain/regulation/step-units.ts';

type Writers = ReadonlyMap<FactType, ReadonlySet<Role>>;

/** Worked out at the first fact, not at the start, and once for each law: every commit asks. */
const known = new WeakMap<Law, Writers>();

/** Who may write each type, by every version of a law: applications go on under the one that they were accepted under. */
export function writersUnder(law: Law): Writers {
	const before = known.get(law);
	if (before) return before;
	const all = everyVersion(law);
	const writers = writersOf((step) => unitsOfAnyStep(all, step));
	known.set(law, writers);
	return writers;
}
