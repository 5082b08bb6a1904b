/** A text in both languages of the screen and the papers. */
export type Words = { kk: string; ru: string };

/** The structural-functional units (ҚФБ) of para 15 that do the steps; readings C17 and C33 give each a single name. */
export const UNIT_CODES = ['centerInspector', 'accumulationInspector', 'chancery', 'head', 'executor'] as const;
export type UnitCode = (typeof UNIT_CODES)[number];

/** The types of facts that complete a step of a route. */
export const STEP_FACTS = [
	'accepted',
	'collected',
	'dispatched',
	'arrived',
	'registered',
	'assigned',
	'drafted',
	'signed',
	'recorded',
	'returned',
	'resultsArrived',
	'handedOut'
] as const;
export type StepFact = (typeof STEP_FACTS)[number];

/**
 * What starts the clock of a step's limit.
 * - `visit`: the visit's start, stored in `accepted`
 * - `collectSlot`, `dispatchSlot`: the day's next slot after the previous step
 * - `firstAssigned`: the first assignment; a send-back or a reassignment never restarts it (para 10 knows no pause)
 * - `applicantCalled`: the applicant's call at the window; until then the result is ready and waits, never late
 * - all others: the fact of that name
 */
export const STEP_STARTS = [
	'visit',
	'collectSlot',
	'dispatchSlot',
	'accepted',
	'dispatched',
	'arrived',
	'registered',
	'firstAssigned',
	'drafted',
	'signed',
	'returned',
	'applicantCalled'
] as const;
export type StepStart = (typeof STEP_STARTS)[number];

export const LIMIT_UNITS = [
	'minutes',
	'hours',
	'workingDays',
	'calendarDays',
	'timesPerDay',
	'withinWorkingDay',
	'withinOneDay'
] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** The time that table 1 gives a step; `bound` for a rate per day that may be exceeded («кем емес»). */
export type Limit = { amount: number; unit: LimitUnit; bound?: 'notLessThan' };

/** Where an application enters: a window of a Center, or the counter of the authorized body. */
export type Entry = 'center' | 'body';

/** The two outcomes: the main process ends with a notice, the alternative one with a reasoned refusal. */
export type Outcome = 'notice' | 'refusal';
