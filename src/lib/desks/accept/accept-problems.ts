import { problemsOf, type FieldCode, type FormProblem } from '#lib/domain/application/commands/accept.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';
import { type AcceptDraft, broughtDocuments, formOf } from './accept-draft.ts';

/** A problem as the screen shows it: at which control, and in which words. */
export type ScreenProblem = { fieldId: string; key: MessageKey; params: Record<string, string | number> };

const TEXTS: Readonly<Record<FieldCode, MessageKey>> = {
	iinMissing: 'errors.iin.missing',
	iinLength: 'errors.iin.length',
	iinNotDigits: 'errors.iin.notDigits',
	iinCentury: 'errors.iin.century',
	iinFuture: 'errors.iin.future',
	iinCheck: 'errors.iin.check',
	iinDate: 'errors.iin.date',
	iinUnusable: 'errors.iin.unusable',
	reasonMissing: 'errors.noIinReason',
	identityMissing: 'errors.identityDocumentMissing',
	surnameMissing: 'errors.surname',
	givenMissing: 'errors.givenName',
	nameLetters: 'errors.nameLetters',
	nameMixed: 'errors.nameMixed',
	nameReading: 'errors.nameReading',
	birthMissing: 'errors.birthMissing',
	birthWrong: 'errors.birthWrong',
	birthDiffers: 'errors.birthDiffers',
	sexMissing: 'errors.sexMissing',
	addressMissing: 'errors.address',
	phoneMissing: 'errors.phone',
	representativeMissing: 'errors.representativeName',
	basisMissing: 'errors.representativeBasis',
	serviceMissing: 'errors.service',
	documentsMissing: 'errors.documents',
	documentNameMissing: 'errors.documentName',
	sheetsWrong: 'errors.sheets',
	tooLong: 'errors.tooLong',
	tooMany: 'errors.tooMany'
};

type AroundForm = {
	/** `YYYY-MM-DD`. */
	today: string;
	/** An open application of the same person, in groups of four. */
	openNumber: string | null;
	/** The Center has no body of its own, so one has to be chosen. */
	bodyWanted: boolean;
	/** A service was chosen that is not accepted here: the words for it. */
	serviceElsewhere: MessageKey | null;
};

/** All that stands between a draft and its acceptance, in the order of the screen. Ids of document rows stay those of the rows. */
export function screenProblems(draft: AcceptDraft, around: AroundForm): ScreenProblem[] {
	const rows = broughtDocuments(draft.documents);
	const problems = problemsOf(formOf(draft), around.today).map((problem) => toScreen(problem, rows));
	const withReason = draft.withoutIin && draft.noIin === '' ? [plain('noIin', 'errors.noIinReason')] : [];
	const extra = [
		...(around.openNumber !== null && !draft.secondAllowed
			? [{ fieldId: 'secondAllowed', key: 'errors.unfinished' as const, params: { number: around.openNumber } }]
			: []),
		...(draft.prefilledFrom && !draft.comparedWithDocument
			? [plain('comparedWithDocument', 'errors.checkedAgainstDocument')]
			: []),
		...(around.serviceElsewhere ? [plain('service', around.serviceElsewhere)] : []),
		...(around.bodyWanted && draft.body === '' ? [plain('body', 'errors.chooseOne')] : [])
	];
	return unique([...withReason, ...problems, ...extra]).sort((a, b) => placeOf(a.fieldId) - placeOf(b.fieldId));
}

const plain = (fieldId: string, key: MessageKey): ScreenProblem => ({ fieldId, key, params: {} });

function toScreen({ field, code, params }: FormProblem, rows: readonly { id: string }[]): ScreenProblem {
	const row = /^document-(\d+)-(name|sheets)$/.exec(field);
	const fieldId = row ? `document-${rows[Number(row[1])]?.id ?? ''}-${row[2]}` : field;
	return { fieldId, key: TEXTS[code], params: params ?? {} };
}

/** The order in which the eyes meet the controls. */
const ORDER = [
	'iin',
	'noIin',
	'identityNumber',
	'birthSeen',
	'birthDate',
	'sex',
	'secondAllowed',
	'surname',
	'given',
	'patronymic',
	'comparedWithDocument',
	'address',
	'phone',
	'representativeBasis',
	'representativeSurname',
	'representativeGiven',
	'representativePatronymic',
	'representativeIin',
	'service',
	'body',
	'documents'
];

function placeOf(fieldId: string): number {
	const place = ORDER.indexOf(fieldId);
	return place === -1 ? ORDER.length : place;
}

function unique(problems: readonly ScreenProblem[]): ScreenProblem[] {
	return [...new Map(problems.map((problem) => [`${problem.fieldId} ${problem.key}`, problem])).values()];
}
