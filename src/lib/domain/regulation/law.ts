import { type ClockCorrection, type FoldContext } from '../application/application.ts';
import { type FactId, type OrgId } from '../fact/ids.ts';
import { type Override } from '../org/calendar-overrides.ts';
import { type Directory, type Organisation } from '../org/directory.ts';
import { type WorkingCalendar } from '../time/calendar.ts';
import { type OfficeHours } from '../time/office-hours.ts';
import { type PlainDate } from '../time/plain-date.ts';
import { type SlotPlan } from '../time/slots.ts';
import { type CheckFailure } from './regulation-checks.ts';
import { type Regulation } from './regulation.ts';

/**
 * The law as a value: the built-in data with the law facts of orgs. The same facts give the same law on every device and on the
 * server. It is an argument of all folds, projections and due times; nothing reads it elsewhere.
 */
export type Law = FoldContext & {
	/**
	 * Identifies the law within one build of the program: the hashes of its facts. A law contains functions and cannot be sent to a
	 * worker; its key and its facts can.
	 */
	key: string;
	corrections: readonly ClockCorrection[];
	/** The resolution that the built-in regulations are annexes of. */
	resolution: Resolution;
	directory: Directory;
	/** Every service, built in or imported, by its newest version, in the order of their numbers. */
	services: readonly Regulation[];
	/** A service by its newest version; counters and rows contain no version. */
	service: (id: string | null | undefined) => Regulation | undefined;
	/** Whether a service is one of the resolution: an imported one has its own source, and no printed text here. */
	isOfResolution: (id: string) => boolean;
	/** The version that an application was accepted under; undefined where unknown here. */
	regulation: (id: string, version: number) => Regulation | undefined;
	/** All versions of one regulation, built in and imported, the oldest first. */
	versions: (id: string) => readonly Regulation[];
	/**
	 * What an application may be accepted under on a day: the highest version of each service that is valid that day, in the order
	 * of their numbers.
	 */
	inForce: (date: PlainDate) => readonly Regulation[];
	refusedImports: readonly RefusedImport[];
	/** Ids of the readings that a regulation may apply. */
	readingIds: readonly string[];
	/** Working days of the country, before any org's overrides. */
	calendar: WorkingCalendar;
	/** Working days of an org: those of the country with the overrides that it recorded itself. */
	calendarOf: (org: OrgId | string) => WorkingCalendar;
	overridesOf: (org: OrgId | string) => readonly Override[];
	/** What an org set of its week, by first days; the usual hours are the directory's. */
	hoursSet: (org: OrgId | string) => readonly { from: PlainDate; value: OfficeHours }[];
	roundsSet: (org: OrgId | string) => readonly { from: PlainDate; value: SlotPlan }[];
	/** The hours of an org for a regulation's rule, dated: earlier days have those that were in force then. */
	hoursOf: (organisation: Organisation, service?: 'body' | 'annex2') => OfficeHours;
	/** The rounds of a Center on a day. */
	roundsOn: (org: OrgId | string, date: PlainDate) => SlotPlan;
};

/** Number and dates of the resolution; its repeal is shown, never enforced (C40). */
export type Resolution = {
	number: string;
	date: string;
	title: { kk: string; ru: string };
	repealed: { date: string; number: string };
};

/**
 * Why an import does not count: its text is not a regulation, its id or version differs from the fact, named cross-checks fail, or
 * its version is already known (built in, or by an earlier import). `otherNumber`: its number is that of another service, or
 * differs from its service's: no new acceptance under it, earlier ones keep their route.
 */
export type RefusedImport = {
	fact: FactId;
	org: OrgId;
	id: string;
	version: number;
	why: 'unreadable' | 'otherVersion' | 'failsChecks' | 'known' | 'otherNumber';
	/** For `failsChecks`: what fails, with the place. */
	failures: readonly CheckFailure[];
	/** For `unreadable`: the parser's message. */
	message: string;
};
