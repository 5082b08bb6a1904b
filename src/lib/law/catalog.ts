import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { parseRegulation, type Regulation } from '#lib/domain/regulation/regulation.ts';
import { type WorkingCalendar } from '#lib/domain/time/calendar.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';
import aspRecipientCertificate from './resolution-370/asp-recipient-certificate.json' with { type: 'json' };
import calendarData from './resolution-370/calendar.json' with { type: 'json' };
import childBenefitUnder18 from './resolution-370/child-benefit-under-18.json' with { type: 'json' };
import directoryData from './resolution-370/directory.json' with { type: 'json' };
import disabledAssistantAndSignLanguage from './resolution-370/disabled-assistant-and-sign-language.json' with { type: 'json' };
import disabledSanatorium from './resolution-370/disabled-sanatorium.json' with { type: 'json' };
import disabledWheelchair from './resolution-370/disabled-wheelchair.json' with { type: 'json' };
import employmentMeasuresReferral from './resolution-370/employment-measures-referral.json' with { type: 'json' };
import localSocialAid from './resolution-370/local-social-aid.json' with { type: 'json' };
import resolutionData from './resolution-370/resolution.json' with { type: 'json' };
import targetedSocialAssistance from './resolution-370/targeted-social-assistance.json' with { type: 'json' };
import { type Directory, parseDirectory } from '#lib/domain/org/directory.ts';
import { type BuiltIn, type Imported, importedFrom, type RefusedImport } from './imported.ts';
import { lazyList } from './lazy-list.ts';
import { parseCalendar } from './working-calendar.ts';

const data = [
	aspRecipientCertificate,
	employmentMeasuresReferral,
	childBenefitUnder18,
	targetedSocialAssistance,
	disabledAssistantAndSignLanguage,
	disabledWheelchair,
	disabledSanatorium,
	localSocialAid
];

/** The regulations of the resolution, in its order; each is parsed once, when it is first looked at. Services may come in beside them: `allServices`. */
export const regulations: readonly Regulation[] = lazyList(data, parseRegulation);

/** The 21 Centers and 15 authorized bodies. */
export const directory: Directory = parseDirectory(directoryData);

/** Holidays and transfers of 2012–2027. */
export const calendar: WorkingCalendar = parseCalendar(calendarData);

/** Number, dates and repeal of resolution № 370; the repeal is shown, never enforced (C40). */
export const resolution = resolutionData;

/** A version that is built in; undefined if these data do not hold it. */
export function builtInRegulation(id: string, version: number): Regulation | undefined {
	const place = data.findIndex((regulation) => regulation.id === id && regulation.version === version);
	return regulations[place];
}

/** What an import is held against: every reading is used by a regulation of ours, so none has to be loaded to know its id. */
export const builtIn: BuiltIn = {
	has: (id, version) => data.some((regulation) => regulation.id === id && regulation.version === version),
	numbers: new Map(data.map(({ id, number }) => [id, number])),
	readingIds: data.flatMap((regulation) => regulation.readings)
};

/** Whether a service is one of the resolution: what came in by import has its own source, and no printed text here. */
export const isOfResolution = (id: string): boolean => builtIn.numbers.has(id);

let imported: Imported = { versions: [], offered: [], refused: [] };
let services: readonly Regulation[] | undefined;

/** Takes the versions that these facts of orgs import, instead of those known so far: the same facts, the same versions. */
export function takeImported(lawFacts: readonly StoredFact[]): void {
	imported = importedFrom(lawFacts, builtIn);
	services = undefined;
}

/** Imports that count for nothing, with the reason. */
export function refusedImports(): readonly RefusedImport[] {
	return imported.refused;
}

/** The regulation that an application was accepted under, built in or imported; undefined where that version is not known here. */
export function findRegulation(id: string, version: number): Regulation | undefined {
	return (
		builtInRegulation(id, version) ??
		imported.versions.find((regulation) => regulation.id === id && regulation.version === version)
	);
}

/** All versions of one regulation, built in and imported, the oldest first. */
export function regulationVersions(id: string): readonly Regulation[] {
	// Only what is asked for is looked at: that parses it.
	const own = data.flatMap((each, place) => (each.id === id ? (regulations[place] ?? []) : []));
	return [...own, ...imported.versions.filter((each) => each.id === id)].sort((a, b) => a.version - b.version);
}

/** Every service, built in or imported, by its newest version, in the order of their numbers; the same list until something comes in. */
export function allServices(): readonly Regulation[] {
	return (services ??= offeredServices((versions) => versions.at(-1)));
}

/**
 * What an application may be accepted under on a day: of each service the highest version whose validity holds that day, in
 * the order of their numbers.
 */
export function regulationsInForce(date: PlainDate): readonly Regulation[] {
	return offeredServices((versions) => versions.findLast((regulation) => isInForce(regulation, date)));
}

/** One version of each service that is offered; what only keeps the way of earlier applications is left out. */
function offeredServices(choose: (versions: readonly Regulation[]) => Regulation | undefined): Regulation[] {
	const ids = [...new Set([...data, ...imported.offered].map(({ id }) => id))];
	const isOffered = (each: Regulation) => builtIn.has(each.id, each.version) || imported.offered.includes(each);
	return ids
		.flatMap((id) => choose(regulationVersions(id).filter(isOffered)) ?? [])
		.sort((a, b) => a.number - b.number);
}

/** Whether the validity of a version holds on a day. */
export const isInForce = ({ validFrom, validTo }: Regulation, date: PlainDate): boolean =>
	validFrom <= date && (validTo === null || date <= validTo);
