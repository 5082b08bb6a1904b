import { type Application, type DecisionKind } from '../application/application.ts';
import { type Command } from '../application/decide.ts';
import { type Unprinted } from '../fact/application-facts.ts';
import { type StaffId } from '../fact/ids.ts';
import { type PaperNumber } from '../number/paper-number.ts';
import { type RecordWay } from './record-way.ts';

/** The form of an entry in the ledger as typed. */
export type RecordForm = {
	/** Only where the decision is not recorded: read from the paper. */
	decision: DecisionKind | '';
	executor: string;
	/** The signatory of the paper. */
	head: string;
	/** Origin of the paper, where no print of it is recorded. */
	unprinted: Unprinted | '';
	/** Why the author of the letter signed it. */
	reason: string;
	entry: string;
	sheets: string;
	/** The number is already in the book and is still entered. */
	takenAllowed: boolean;
};

export type RecordField = keyof RecordForm;
export type RecordProblem = {
	field: RecordField;
	code:
		| 'outcomeMissing'
		| 'executorMissing'
		| 'signerMissing'
		| 'otherNameOnPaper'
		| 'neverPrinted'
		| 'ownDraft'
		| 'otherHand'
		| 'entryMissing'
		| 'sheetsWrong'
		| 'entryTaken';
};

/** Whether an entry is written at all: where another unit keeps the ledger, the clerk only records the signature. */
export const writesEntry = (way: RecordWay): boolean =>
	way.kind === 'record' || way.kind === 'note' || (way.kind === 'sign' && way.thenRecord);

const asksSigner = (way: RecordWay): boolean => way.kind === 'sign' || way.kind === 'note';

/**
 * Problems still to correct, in the order of the form.
 * @param takenBy applications that already have this number in the year's book
 * @param others present signatories other than the author of the letter
 */
export function recordProblems(
	form: RecordForm,
	way: RecordWay,
	takenBy: readonly string[],
	others: readonly StaffId[] = []
): RecordProblem[] {
	const problems: RecordProblem[] = [];
	if (way.kind === 'note' && !form.decision) problems.push({ field: 'decision', code: 'outcomeMissing' });
	if (way.kind === 'note' && !form.executor) problems.push({ field: 'executor', code: 'executorMissing' });
	if (asksSigner(way) && !form.head) problems.push({ field: 'head', code: 'signerMissing' });
	problems.push(...signatureProblems(form, way, others));
	if (!writesEntry(way)) return problems;
	if (form.entry.trim() === '') problems.push({ field: 'entry', code: 'entryMissing' });
	if (!/^[1-9]\d{0,2}$/.test(form.sheets.trim())) problems.push({ field: 'sheets', code: 'sheetsWrong' });
	if (takenBy.length > 0 && !form.takenAllowed) problems.push({ field: 'takenAllowed', code: 'entryTaken' });
	return problems;
}

/** The author of the letter signed it. */
export const isOwnLetter = ({ head, executor }: Pick<RecordForm, 'head' | 'executor'>, way: RecordWay): boolean =>
	head !== '' && head === (way.kind === 'sign' ? way.asks.drafter : way.kind === 'note' ? executor : null);

/**
 * The author's signature is not accepted while another signatory is present; a copy with the author's name was printed when there
 * was none. A decision made on paper is entered as it is.
 */
export const mustBeOtherHand = (form: RecordForm, way: RecordWay, others: readonly StaffId[]): boolean =>
	way.kind === 'sign' &&
	others.length > 0 &&
	isOwnLetter(form, way) &&
	!way.asks.printedFor.some(({ staff }) => staff === form.head);

/** Open questions of the signed paper, as in `doubtOfSignature`. */
function signatureProblems(form: RecordForm, way: RecordWay, others: readonly StaffId[]): RecordProblem[] {
	const { head, unprinted, reason } = form;
	if (!asksSigner(way) || !head) return [];
	const asks = way.kind === 'sign' ? way.asks : null;
	const isOther = asks !== null && asks.printedFor.length > 0 && !asks.printedFor.some(({ staff }) => staff === head);
	return [
		...(isOther ? [{ field: 'head', code: 'otherNameOnPaper' } as const] : []),
		...(asks?.unprinted && !unprinted ? [{ field: 'unprinted', code: 'neverPrinted' } as const] : []),
		...(mustBeOtherHand(form, way, others)
			? [{ field: 'head', code: 'otherHand' } as const]
			: isOwnLetter(form, way) && !reason.trim()
				? [{ field: 'reason', code: 'ownDraft' } as const]
				: [])
	];
}

/**
 * The commands of a form without problems, in order.
 * @param isActing whether a person is a deputy today
 */
export function recordCommands(
	form: RecordForm,
	way: RecordWay,
	paper: PaperNumber | null,
	isActing: (staff: StaffId) => boolean = () => false
): Command[] {
	const head = form.head as StaffId;
	const hand = { head, ...(isActing(head) ? { acting: true } : {}) };
	const why = form.reason.trim() ? { reason: form.reason } : {};
	const signatureNotes = { ...(form.unprinted ? { unprinted: form.unprinted } : {}), ...why };
	const entry = { ledgerNumber: form.entry, sheets: Number(form.sheets) };
	switch (way.kind) {
		case 'record':
			return [{ kind: 'record', ...entry }];
		case 'sign':
			return [
				{ kind: 'sign', paper: paper ?? '', ...hand, ...signatureNotes },
				...(way.thenRecord ? [{ kind: 'record' as const, ...entry }] : [])
			];
		case 'note':
			return [
				{
					kind: 'noteResult',
					decision: form.decision || null,
					executor: form.executor as StaffId,
					...hand,
					...why,
					...entry
				}
			];
		case 'already':
		case 'refused':
		case 'scanSigned':
			return [];
	}
}

/** A new form: what is recorded, the next number of the book, and the expected signatory. */
export function recordFormOf(
	{ assignment }: Pick<Application, 'assignment'>,
	around: { entry: string; head: StaffId | null; executors: readonly StaffId[] }
): RecordForm {
	const only = around.executors.length === 1 ? around.executors[0]! : '';
	return {
		decision: '',
		executor: assignment?.executor ?? only,
		head: around.head ?? '',
		unprinted: '',
		reason: '',
		entry: around.entry,
		sheets: '1',
		takenAllowed: false
	};
}
