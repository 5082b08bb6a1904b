import { onlyBy } from '../application/commands/may-do.ts';
import { type DecideContext } from '../application/context.ts';
import { allow, refuse, type Verdict } from '../application/refusal.ts';
import { type BodyOf, type FactDraft } from '../fact/fact.ts';
import { type FactId, type Instant, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { type PlainDate } from '../time/plain-date.ts';
import { type Closing, type ClosingKind, type Cover, type JournalSeen, type SeqRange } from './day-closing-cover.ts';
import { type ParkedElsewhere, parkedKnown } from './day-closing-elsewhere.ts';
import { type ClosingMark } from './day-closing-mark.ts';
import { numbersAgree, type NumbersBalance } from './day-closing-numbers.ts';
import { type ClosedPlace, papersAgree, type PapersBalance, total } from './day-closing-papers.ts';

/** A round that was due on the day: made, or missed with its reason. */
export type ClosedSlot = {
	kind: 'collect' | 'dispatch';
	minutes: number;
	madeAt: Instant | null;
	reason: string | null;
};

/** The content of a closing, before and after it is recorded. */
export type DayClosing = {
	kind: ClosingKind;
	place: ClosedPlace;
	date: PlainDate;
	covers: SeqRange[];
	/** Number of covered records. */
	records: number;
	/** Records of days closed before they arrived. */
	late: { date: PlainDate; facts: FactId[] }[];
	numbers: NumbersBalance;
	packets: CheckedPapers;
	results: CheckedPapers;
	slots: ClosedSlot[];
	/** Visits parked at this device. */
	parked: number;
	/** The org's other devices: those that closed their shift that day, and those that were only in use. */
	elsewhere: ParkedElsewhere[];
	/** Who accepted how many, the most first. */
	acceptedBy: { actor: StaffId; count: number }[];
	/** Papers on the tray. */
	setAside: number;
	/** Papers on the tray without an explanation. */
	unexplainedAside: number;
	/** Discrepancies without an explanation that this org has to explain; papers on the tray included. */
	unexplained: number;
	missing: JournalSeen[];
	/** The previous closing of the same kind. */
	before: Closing | null;
};

/** `moved`: change of the previous sheet's remaining count by later records. */
export type CheckedPapers = PapersBalance & { moved: number };

/** Compares the start with the previous sheet's remaining count. */
export const checkedPapers = (balance: PapersBalance, leftBefore: number | undefined): CheckedPapers => ({
	...balance,
	moved: leftBefore === undefined ? 0 : balance.start - leftBefore
});

/** Whether numbers and papers add up. If not, a text must explain it. */
export const closingAgrees = ({ numbers, packets, results }: DayClosing): boolean =>
	numbersAgree(numbers) && [packets, results].every((papers) => papersAgree(papers) && papers.moved === 0);

/** The balances as stored in the fact: integers under fixed keys. */
export function balanceRecord({ numbers, packets, results }: DayClosing): Record<string, number> {
	const { issued, earlier, saved, sent, waiting, annulled, reprinted, spoiled, handwritten } = numbers;
	const counts = { issued, earlier, saved, sent, waiting, annulled, reprinted, spoiled, handwritten };
	const record: Record<string, number> = { ...counts };
	for (const [device, serial] of Object.entries(numbers.lastSerials)) record[`serial/${device}`] = serial;
	for (const [name, papers] of [
		['packets', packets],
		['results', results]
	] as const) {
		record[`${name}/start`] = papers.start;
		record[`${name}/came`] = total(papers.came);
		record[`${name}/went`] = total(papers.went);
		record[`${name}/left`] = papers.left;
	}
	return record;
}

/** The last serials that a closing recorded, per device. */
export function lastSerialsOf(balance: Readonly<Record<string, number>>): Record<number, number> {
	return Object.fromEntries(
		Object.entries(balance).flatMap(([key, serial]) => {
			const device = /^serial\/(\d+)$/.exec(key)?.[1];
			return device ? [[Number(device), serial]] : [];
		})
	);
}

export type ClosingWords = { text: string; keptAt: string };
/** A closing of this day or of a later one has covered everything: another sheet would be empty. */
export const hasNothingNew = ({ records, before, date }: Pick<DayClosing, 'records' | 'before' | 'date'>): boolean =>
	records === 0 && before !== null && before.date >= date;

/** `mark`: up to where it was read. */
export type CloseCommand = { closing: DayClosing; words: ClosingWords; mark: ClosingMark };

/**
 * The fact that closes a day or a shift. A day with unexplained papers is not closed; an uneven balance needs a text; what is
 * already covered is not closed again.
 * @param isChanged something that changes it was received since it was read
 */
export function closeDay(
	{ closing, words }: Pick<CloseCommand, 'closing' | 'words'>,
	isChanged: boolean,
	context: DecideContext
): Verdict<FactDraft[]> {
	const right = onlyBy(closing.kind === 'dayClosed' ? 'closeDay' : 'handOverShift', context);
	if (right) return right;
	if (isChanged) return refuse('dayChanged');
	if (closing.kind === 'dayClosed' && closing.unexplained > 0) return refuse('dayOpen', { n: closing.unexplained });
	if (hasNothingNew(closing)) return refuse('nothingToClose');
	const text = words.text.trim();
	const keptAt = words.keptAt.trim();
	if (!closingAgrees(closing) && !text) return refuse('balanceUneven');
	const subject = { kind: 'org', org: context.org } as const;
	const { date, covers } = closing;
	const content = { date, covers, balance: balanceRecord(closing), ...sheetParts(closing) };
	const details = text || keptAt ? { ...(text ? { text } : {}), ...(keptAt ? { keptAt } : {}) } : null;
	return allow([
		closing.kind === 'dayClosed'
			? { type: 'dayClosed', subject, body: content, details }
			: {
					type: 'shiftHandedOver',
					subject,
					body: { ...content, ...(context.window ? { window: context.window } : {}) },
					details
				}
	]);
}

/** Parts stored in no other fact: a reprinted sheet would lack them. */
function sheetParts({
	parked,
	elsewhere,
	unexplained,
	missing
}: DayClosing): Pick<BodyOf<'dayClosed'>, 'open' | 'silent'> {
	const open = { parked: parkedKnown(parked, elsewhere), discrepancies: unexplained };
	const silent = missing.map(({ journal, seq, actor, at }) => ({ journal, seq, actor, at }));
	return silent.length > 0 ? { open, silent } : { open };
}

/** The parts of a closing about the facts that it covers. */
export function coverParts({ covers, fresh, late }: Cover): Pick<DayClosing, 'covers' | 'records' | 'late'> {
	return {
		covers,
		records: fresh.filter(({ fact }) => fact.type !== 'dayClosed' && fact.type !== 'shiftHandedOver').length,
		late: late.map(({ date, facts }) => ({ date, facts: facts.map(({ fact }) => fact.id) }))
	};
}

/** The place that a person's closing balances; null where the role closes nothing. */
export function closedPlaceOf(role: Role, org: OrgId, window: string | null): ClosedPlace | null {
	switch (role) {
		case 'centerHead':
			return { kind: 'center', org };
		case 'head':
			return { kind: 'body', org };
		case 'centerInspector':
			return window ? { kind: 'window', org, window } : null;
		case 'accumulationInspector':
			return { kind: 'collection', org };
		case 'chancery':
			return { kind: 'chancery', org };
		case 'executor':
		case 'admin':
		case 'authorityAdmin':
		case 'overseer':
		case 'auditor':
			return null;
	}
}
