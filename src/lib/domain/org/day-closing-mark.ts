import { type Fact } from '../fact/fact.ts';
import { type FactId, type JournalId } from '../fact/ids.ts';
import { type DayClosing } from './day-closing.ts';
import { type Clock, datedFacts } from './day-closing-cover.ts';

/**
 * How far the reading of a closing came. A closing is read in strides, between which others record: where it is recorded, this says
 * what has come in since.
 */
export type ClosingMark = {
	/** Every journal that was known at the reading. */
	known: readonly JournalId[];
	/** Of the journals that the closing covers: the last place that was read. */
	read: readonly { journal: JournalId; seq: number }[];
	/** The closings of days and shifts that were known. */
	closings: readonly FactId[];
};

/**
 * Whether what came in since the reading bears on a closing: a record of its scope that belongs to its day or to one before, or
 * another closing of its kind. A record of a later day is none of its business, else a day that is closed the next morning never
 * would be.
 * @param since facts of the closing's scope that came in since its mark
 */
export const hasChanged = ({ kind, date }: DayClosing, since: readonly Fact[], clock: Clock): boolean =>
	datedFacts(since, clock).some(({ fact, date: day }) => fact.type === kind || day <= date);
