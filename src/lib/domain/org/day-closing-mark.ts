import { type Fact } from '../fact/fact.ts';
import { type FactId, type JournalId } from '../fact/ids.ts';
import { type DayClosing } from './day-closing.ts';
import { type Clock, datedFacts } from './day-closing-cover.ts';

/**
 * Up to where a closing was read. A closing is read in several transactions, between which others record: this shows what was
 * received since.
 */
export type ClosingMark = {
	/** Every journal known at the reading. */
	known: readonly JournalId[];
	/** Last place read of each journal that the closing covers. */
	read: readonly { journal: JournalId; seq: number }[];
	/** The known closings of days and shifts. */
	closings: readonly FactId[];
};

/**
 * Whether facts received since the reading change a closing: a record of its scope of its day or an earlier one, or another closing
 * of its kind. Records of later days do not, or a day could never be closed the next morning.
 * @param since facts of the closing's scope received since its mark
 */
export const hasChanged = ({ kind, date }: DayClosing, since: readonly Fact[], clock: Clock): boolean =>
	datedFacts(since, clock).some(({ fact, date: day }) => fact.type === kind || day <= date);
