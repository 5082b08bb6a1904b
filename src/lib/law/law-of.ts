import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { storedFeeds } from '#lib/domain/fact/traits.ts';
import { overridden, type Override, overridesOf } from '#lib/domain/org/calendar-overrides.ts';
import { officeHoursOf } from '#lib/domain/org/directory.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type Entry, type Outcome, routeOf, type RouteStep } from '#lib/domain/regulation/route.ts';
import { type WorkingCalendar } from '#lib/domain/time/calendar.ts';
import { type OfficeHours } from '#lib/domain/time/office-hours.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import { type SlotPlan } from '#lib/domain/time/slots.ts';
import { builtIn, builtInRegulation, builtInVersions, calendar, directory, resolution } from './catalog.ts';
import { importedFrom } from './imported.ts';
import { correctionsOf, readLawFacts } from './law-facts.ts';
import { lazyList } from './lazy-list.ts';
import { type Dated, hoursSetBy, inForceOf, roundsSetBy, timetable } from './office-times.ts';

/**
 * Recently made laws, by key: every transaction of a store needs one, from facts that it has just read. A dropped one is made
 * again, with the same content.
 */
const made = new Map<string, Law>();
/** A page or a server has one law at a time; a few more when it changes, and in tests. */
const MOST_MADE = 4;

/**
 * The law of a set of facts; with none, that of the built-in data. Other facts, order and duplicates do not matter. The same facts
 * give the same object.
 */
export function lawOf(facts: readonly StoredFact[]): Law {
	const lawFacts = new Map(facts.filter((fact) => storedFeeds(fact, 'law')).map((fact) => [fact.hash, fact]));
	const key = [...lawFacts.keys()].sort().join();
	const known = made.get(key);
	if (known) return known;
	const law = makeLaw(key, [...lawFacts.values()]);
	const [oldest] = made.keys();
	if (oldest !== undefined && made.size >= MOST_MADE) made.delete(oldest);
	made.set(key, law);
	return law;
}

function makeLaw(key: string, lawFacts: readonly StoredFact[]): Law {
	const corrections = correctionsOf(lawFacts);
	const read = readLawFacts(lawFacts);
	const changes = read.filter((fact) => fact.type === 'calendarChanged');
	const imported = importedFrom(lawFacts, builtIn);
	const numbers = new Map([...builtIn.numbers, ...imported.offered.map(({ id, number }) => [id, number] as const)]);
	const ids = [...numbers.keys()].sort((a, b) => numbers.get(a)! - numbers.get(b)!);
	const versionsById = new Map<string, readonly Regulation[]>();
	const overrides = new Map<string, readonly Override[]>();
	const calendars = new Map<string, WorkingCalendar>();
	const hours = new Map<string, readonly Dated<OfficeHours>[]>();
	const rounds = new Map<string, readonly Dated<SlotPlan>[]>();

	const regulation: Law['regulation'] = (id, version) =>
		builtInRegulation(id, version) ?? imported.versions.find((each) => each.id === id && each.version === version);
	const versions: Law['versions'] = (id) =>
		keep(versionsById, id, () => {
			// Access parses a regulation, so only the requested ones are accessed.
			const own = builtInVersions.filter((each) => each.id === id).map((each) => builtInRegulation(id, each.version)!);
			return [...own, ...imported.versions.filter((each) => each.id === id)].sort((a, b) => a.version - b.version);
		});
	/** Without versions that serve only earlier applications. */
	const offered = (id: string) =>
		versions(id).filter((each) => builtIn.has(id, each.version) || imported.offered.includes(each));
	const ownDays: Law['overridesOf'] = (org) =>
		keep(overrides, org, () => overridesOf(changes, org as OrgId, corrections));
	const hoursSet: Law['hoursSet'] = (org) => keep(hours, org, () => hoursSetBy(read, org, corrections));
	const roundsSet: Law['roundsSet'] = (org) => keep(rounds, org, () => roundsSetBy(read, org, corrections));
	return {
		key,
		corrections,
		resolution,
		directory,
		services: lazyList(ids, (id) => offered(id).at(-1)!),
		service: (id) => versions(id ?? '').at(-1),
		isOfResolution: (id) => builtIn.numbers.has(id),
		regulation,
		versions,
		inForce: (date) => ids.flatMap((id) => offered(id).findLast((each) => isInForce(each, date)) ?? []),
		refusedImports: imported.refused,
		readingIds: builtIn.readingIds,
		routeOf: ({ id, version }, entry, outcome) => {
			const found = regulation(id, version);
			return found && routeOnce(found, entry, outcome);
		},
		calendar,
		overridesOf: ownDays,
		hoursSet,
		roundsSet,
		hoursOf: (organisation, service) => {
			const usual = officeHoursOf(directory, organisation, service);
			// The resolution gives a service hours of its own (C12): an office does not change those.
			return service === 'annex2' && organisation.kind === 'body' ? usual : timetable(usual, hoursSet(organisation.id));
		},
		roundsOn: (org, date) => inForceOf<SlotPlan>(directory.slots, roundsSet(org), date),
		calendarOf: (org) => keep(calendars, org, () => overridden(calendar, ownDays(org)))
	};
}

const isInForce = ({ validFrom, validTo }: Regulation, date: PlainDate): boolean =>
	validFrom <= date && (validTo === null || date <= validTo);

/** A cache: every fold needs one of these few dozen. */
const routes = new WeakMap<Regulation, Map<string, readonly RouteStep[]>>();

/** The route of an application under a regulation; made once. */
function routeOnce(regulation: Regulation, entry: Entry, outcome: Outcome): readonly RouteStep[] {
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
