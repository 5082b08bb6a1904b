import { type ClockCorrection, type FoldContext } from '#lib/domain/application/application.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { overridden, type Override, overridesOf } from '#lib/domain/org/calendar-overrides.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type Entry, type Outcome, routeOf, type RouteStep } from '#lib/domain/regulation/route.ts';
import { type WorkingCalendar } from '#lib/domain/time/calendar.ts';
import { builtIn, builtInRegulation, calendar, takeImported } from './catalog.ts';
import { importedFrom } from './imported.ts';
import { correctionsOf, readLawFacts } from './law-facts.ts';

/** The law as the data and the facts of orgs tell it: the same facts, the same law, on every device and on the server. */
export type Law = FoldContext & {
	corrections: readonly ClockCorrection[];
	regulation: (id: string, version: number) => Regulation | undefined;
	/** Working days of an org: the dated data with the overrides that it recorded itself. */
	calendarOf: (org: OrgId | string) => WorkingCalendar;
	overridesOf: (org: OrgId | string) => readonly Override[];
};

let last: { key: string; law: Law } | undefined;

/** The law of a set of facts; asked for again with the same facts, it is not made again. */
export function lawOf(lawFacts: readonly StoredFact[]): Law {
	const key = lawFacts.map(({ hash }) => hash).join();
	if (last?.key !== key) last = { key, law: makeLaw(lawFacts) };
	return last.law;
}

let current: Law | undefined;

/** What the screens of this program go by; every fold in a store is given its own facts. */
export const currentLaw = (): Law => (current ??= lawOf([]));

/** Makes the law of these facts the one that screens go by. */
export function takeLaw(lawFacts: readonly StoredFact[]): Law {
	takeImported(lawFacts);
	return (current = lawOf(lawFacts));
}

/** `undefined`: the one that screens go by. */
export function asLaw(law: Law | readonly StoredFact[] | undefined): Law {
	if (law === undefined) return currentLaw();
	return 'routeOf' in law ? law : lawOf(law);
}

function makeLaw(lawFacts: readonly StoredFact[]): Law {
	const corrections = correctionsOf(lawFacts);
	const words = readLawFacts(lawFacts).filter((fact) => fact.type === 'calendarChanged');
	const { versions } = importedFrom(lawFacts, builtIn);
	const regulation = (id: string, version: number) =>
		builtInRegulation(id, version) ?? versions.find((each) => each.id === id && each.version === version);
	const overrides = new Map<string, readonly Override[]>();
	const calendars = new Map<string, WorkingCalendar>();
	const law: Law = {
		corrections,
		regulation,
		routeOf: ({ id, version }, entry, outcome) => {
			const found = regulation(id, version);
			return found && routeOnce(found, entry, outcome);
		},
		overridesOf: (org) => keep(overrides, org, () => overridesOf(words, org as OrgId, corrections)),
		calendarOf: (org) => keep(calendars, org, () => overridden(calendar, law.overridesOf(org)))
	};
	return law;
}

/** Every fold asks for one of these few dozen. */
const routes = new WeakMap<Regulation, Map<string, readonly RouteStep[]>>();

/** The way of an application under a regulation; made once. */
export function routeOnce(regulation: Regulation, entry: Entry, outcome: Outcome): readonly RouteStep[] {
	const known = routes.get(regulation) ?? new Map<string, readonly RouteStep[]>();
	routes.set(regulation, known);
	return keep(known, `${entry} ${outcome}`, () => routeOf(regulation, entry, outcome));
}

function keep<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
	const known = map.get(key);
	if (known !== undefined) return known;
	const value = make();
	map.set(key, value);
	return value;
}
