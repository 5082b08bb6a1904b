import { type Application, type DecisionKind } from '../application/application.ts';
import { type Command } from '../application/decide.ts';
import { type Unprinted } from '../fact/application-facts.ts';
import { type StaffId } from '../fact/ids.ts';
import { type PaperNumber } from '../number/paper-number.ts';
import { type RecordWay } from './record-way.ts';

/** The form of an entry in the ledger as it is typed. */
export type RecordForm = {
	/** Only where the decision is not in the journal: read from the paper. */
	decision: DecisionKind | '';
	executor: string;
	/** Whose signature the paper bears. */
	head: string;
	/** Where the paper came from, where no print of it is known. */
	unprinted: Unprinted | '';
	/** Why the author of the letter signed it. */
	reason: string;
	entry: string;
	sheets: string;
	/** The number stands in the book already and is entered all the same. */
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

/** Whether an entry is written at all: the clerk may only tell the signature where another unit keeps the ledger. */
export const writesEntry = (way: RecordWay): boolean =>
	way.kind === 'record' || way.kind === 'note' || (way.kind === 'sign' && way.thenRecord);

const asksSigner = (way: RecordWay): boolean => way.kind === 'sign' || way.kind === 'note';

/**
 * What is still to be put right, in the order of the form.
 * @param takenBy applications that have this number in the year's book already
 * @param others who is at work and may sign what the author of the letter must not
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

/** Whoever signed the letter had written it. */
export const isOwnLetter = ({ head, executor }: Pick<RecordForm, 'head' | 'executor'>, way: RecordWay): boolean =>
	head !== '' && head === (way.kind === 'sign' ? way.asks.drafter : way.kind === 'note' ? executor : null);

/**
 * The author's signature is not taken while another hand is at work; a copy that bears the author's name was printed when there was none.
 * What was decided on paper only is entered as it was.
 */
export const mustBeOtherHand = (form: RecordForm, way: RecordWay, others: readonly StaffId[]): boolean =>
	way.kind === 'sign' &&
	others.length > 0 &&
	isOwnLetter(form, way) &&
	!way.asks.printedFor.some(({ staff }) => staff === form.head);

/** What the signed paper leaves open, as `doubtOfSignature` asks it. */
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
 * What a form without problems asks of the rules, one after the other.
 * @param isActing whether a hand is a deputy's today
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
	const said = { ...(form.unprinted ? { unprinted: form.unprinted } : {}), ...why };
	const entry = { ledgerNumber: form.entry, sheets: Number(form.sheets) };
	switch (way.kind) {
		case 'record':
			return [{ kind: 'record', ...entry }];
		case 'sign':
			return [
				{ kind: 'sign', paper: paper ?? '', ...hand, ...said },
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

/** A new form: what the journal knows, the next number of the book, and the hand that the paper should bear. */
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
