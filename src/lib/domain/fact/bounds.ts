import * as v from 'valibot';
import { parsePlainDate } from '../time/plain-date.ts';

/*
 * Bounds of the values in a fact, checked on arrival and when a stored fact is read: one outside is never folded, so no fold,
 * report or page gets an invalid time. Wide enough for every honest device: a clock chip with an empty battery counts from 1970 or
 * later and none counts beyond 2099.
 */

/** Milliseconds since 1970-01-01T00:00Z. */
const FIRST_INSTANT = 0;
export const LAST_INSTANT = Date.UTC(2100, 0, 1) - 1;
/** The largest difference of two clocks within the bounds. */
const MOST_OFFSET_MS = LAST_INSTANT - FIRST_INSTANT;
/** A window that records a fact each second for thirty years. */
const LAST_SEQ = 1_000_000_000;
/** Papers, sheets, facts of one balance. */
const MOST_COUNTED = 10_000_000;
const LAST_VERSION = 1_000_000;
/** Papers of one list: more than fit on a cart. */
export const MOST_ROWS = 2000;
/** Ids in one fact, orgs that it names, lines of a form. */
const MOST_LISTED = 2000;
/** Nesting of arrays and objects: the deepest form has six. */
const DEEPEST = 32;

export const isInstant = (at: number): boolean => Number.isInteger(at) && FIRST_INSTANT <= at && at <= LAST_INSTANT;

/** The nearest time within the bounds: a sum of a time and an offset may be outside. */
export const withinTime = (at: number): number => Math.min(Math.max(at, FIRST_INSTANT), LAST_INSTANT);

export const InstantSchema = v.pipe(v.number(), v.integer(), v.minValue(FIRST_INSTANT), v.maxValue(LAST_INSTANT));
export const OffsetSchema = v.pipe(v.number(), v.integer(), v.minValue(-MOST_OFFSET_MS), v.maxValue(MOST_OFFSET_MS));
/** A place in a journal; `SeqEdgeSchema`: an end of a range, which may be before the first place. */
export const SeqSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LAST_SEQ));
export const SeqEdgeSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LAST_SEQ));
export const AmountSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_COUNTED));
export const VersionSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LAST_VERSION));
/** Minutes since midnight. */
export const MinutesSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440));
/** Characters of a regulation's JSON, whole. */
export const MOST_OF_REGULATION = 100_000;
/** A short text without a tighter bound. */
export const ShortTextSchema = v.pipe(v.string(), v.maxLength(200));

/** A day that exists, `YYYY-MM-DD`, within the years of the bounds of time. */
export const DaySchema = v.pipe(
	v.string(),
	v.regex(/^\d{4}-\d{2}-\d{2}$/),
	v.check((text) => parsePlainDate(text) !== undefined && '1970' <= text && text < '2100')
);

/** An array with a bound that no honest fact exceeds. */
export const bounded = <Item extends v.GenericSchema>(item: Item, most = MOST_LISTED) =>
	v.pipe(v.array(item), v.maxLength<v.InferOutput<Item>[], number>(most));

/** Whether a name is not an inherited property: as a key it would find that instead of nothing. */
export const isPlainName = (name: string): boolean => !(name in Object.prototype);

const BOUNDS: ReadonlySet<string> = new Set(['min_value', 'max_value', 'max_length', 'integer', 'check']);

/** Whether the only issues are numbers, times or lengths outside their bounds. */
export const isOutOfBounds = (issues: readonly v.BaseIssue<unknown>[]): boolean =>
	issues.every(({ type }) => BOUNDS.has(type));

/** Whether a JSON text nests deeper than any form; found without parsing it. */
export function nestsTooDeep(text: string): boolean {
	let depth = 0;
	let quoted = false;
	for (let place = 0; place < text.length; place += 1) {
		const sign = text.charCodeAt(place);
		if (quoted) {
			if (sign === BACKSLASH) place += 1;
			else if (sign === QUOTE) quoted = false;
		} else if (sign === QUOTE) quoted = true;
		else if (sign === OPENING_BRACKET || sign === OPENING_BRACE) {
			depth += 1;
			if (depth > DEEPEST) return true;
		} else if (sign === CLOSING_BRACKET || sign === CLOSING_BRACE) depth -= 1;
	}
	return false;
}

const [QUOTE, BACKSLASH, OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [...'"\\[]{}'].map((sign) =>
	sign.charCodeAt(0)
) as [number, number, number, number, number, number];
