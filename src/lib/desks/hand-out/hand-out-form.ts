import { type Application, type DecisionKind } from '#lib/domain/application/application.ts';
import { type HandOutCommand } from '#lib/domain/application/commands/hand-out.ts';
import { nameFrom, nameProblems, writtenParts } from '#lib/domain/text/typed-name.ts';
import { parsePlainDate, type PlainDate } from '#lib/domain/time/plain-date.ts';
import { NAME_KEYS } from '#lib/tools/wording/name-keys.ts';
import { proxyBasis } from '#lib/tools/acknowledgement/proxy-basis.ts';

export const IDENTITY_KINDS = [
	'idCard',
	'passport',
	'residencePermit',
	'statelessCertificate',
	'birthCertificate',
	'other'
] as const;
type Receiver = HandOutCommand['to'];

/** The form of a hand-out as it is typed; a durable draft until the result is handed out. */
export type HandOutForm = {
	withReceipt: 'yes' | 'no';
	to: Receiver;
	surname: string;
	given: string;
	patronymic: string;
	/** The receiver's document has one name only. */
	noSurname?: boolean;
	/** Letters that were asked about at the acceptance. */
	asWritten?: readonly string[];
	/** What a representative acts on; for a power of attorney number and date. */
	basis: string;
	proxyNumber: string;
	proxyDate: string;
	identityKind: string;
	identityNumber: string;
	/** Only where the decision is not known on this device yet: read from the paper itself. */
	outcome: DecisionKind | '';
	sheets: string;
	originalDocuments: string;
	originalSheets: string;
	signedFor: boolean;
	signer: string;
	/** The applicant heard the grounds and how to appeal; asked only for a refusal. */
	explained: boolean;
};

/** Fields that are not right, in the order of the form, each with the key of its sentence. */
export type HandOutProblem = { field: keyof HandOutForm; key: HandOutProblemKey; params?: Record<string, string> };
type HandOutProblemKey =
	| 'errors.surname'
	| 'errors.givenName'
	| 'errors.nameLetters'
	| 'errors.nameMixed'
	| 'errors.representativeBasis'
	| 'handOut.proxyNumberMissing'
	| 'handOut.proxyDateWrong'
	| 'handOut.proxyDateAhead'
	| 'errors.identityDocumentMissing'
	| 'errors.sheets'
	| 'errors.fieldEmpty'
	| 'errors.chooseOne'
	| 'handOut.countWrong'
	| 'handOut.explainFirst';

/** A new form: the applicant with the receipt, all originals of the packet to be given back. */
export function handOutFormOf(application: Application, withReceipt: boolean): HandOutForm {
	const applicant = application.acceptance?.applicant;
	const originals = application.documents.filter(({ form }) => form === 'original');
	const recorded = application.story.findLast(({ fact, dead }) => !dead && fact.type === 'recorded')?.fact;
	const identity = applicant?.identityDocument;
	return {
		withReceipt: withReceipt ? 'yes' : 'no',
		to: 'applicant',
		surname: applicant?.surname ?? '',
		given: applicant?.given ?? '',
		patronymic: applicant?.patronymic ?? '',
		noSurname: applicant?.surname === '',
		asWritten: writtenParts(applicant, applicant?.representative),
		basis: applicant?.representative?.basis ?? '',
		proxyNumber: '',
		proxyDate: '',
		identityKind: identity ? identity.kind : 'idCard',
		identityNumber: '',
		outcome: application.decision?.kind ?? '',
		sheets: recorded?.type === 'recorded' ? String(recorded.body.sheets) : '1',
		originalDocuments: String(originals.length),
		originalSheets: String(originals.reduce((sum, { sheets }) => sum + sheets, 0)),
		signedFor: false,
		signer: '',
		explained: false
	};
}

/** Who collects has changed: the name of the applicant, or of the representative of the application, or an empty one. */
export function withReceiver(form: HandOutForm, to: Receiver, application: Application): HandOutForm {
	const applicant = application.acceptance?.applicant;
	const { represented } = application.acceptance?.body ?? {};
	const person = to === 'applicant' ? applicant : represented === to ? applicant?.representative : undefined;
	return {
		...form,
		to,
		surname: person?.surname ?? '',
		given: person?.given ?? '',
		patronymic: person?.patronymic ?? '',
		noSurname: person?.surname === '',
		basis: to !== 'applicant' && represented === to ? (applicant?.representative?.basis ?? '') : ''
	};
}

export const needsIdentity = (form: HandOutForm): boolean => form.withReceipt === 'no' || form.to !== 'applicant';

/**
 * What is still to be put right. The rules of the act itself are asked of `decide`.
 * @param today a power of attorney is never given after the day on which it is used
 */
export function handOutProblems(form: HandOutForm, today: PlainDate): HandOutProblem[] {
	const problems: HandOutProblem[] = [];
	const add = (field: keyof HandOutForm, key: HandOutProblemKey) => problems.push({ field, key });
	const filled = (text: string) => text.trim() !== '';
	problems.push(...nameProblems(form).map(({ part, code, params }) => ({ field: part, key: NAME_KEYS[code], params })));
	if (form.to === 'legal' && !filled(form.basis)) add('basis', 'errors.representativeBasis');
	if (form.to === 'powerOfAttorney') {
		const given = proxyDateOf(form);
		if (!filled(form.proxyNumber)) add('proxyNumber', 'handOut.proxyNumberMissing');
		if (!given) add('proxyDate', 'handOut.proxyDateWrong');
		else if (given > today) add('proxyDate', 'handOut.proxyDateAhead');
	}
	if (needsIdentity(form) && !filled(form.identityNumber)) add('identityNumber', 'errors.identityDocumentMissing');
	if (!form.outcome) add('outcome', 'errors.chooseOne');
	if (!/^[1-9]\d{0,2}$/.test(form.sheets.trim())) add('sheets', 'errors.sheets');
	if (!isCount(form.originalDocuments)) add('originalDocuments', 'handOut.countWrong');
	if (!isCount(form.originalSheets)) add('originalSheets', 'handOut.countWrong');
	if (form.outcome === 'refusal' && !form.explained) add('explained', 'handOut.explainFirst');
	if (form.signedFor && !filled(form.signer)) add('signer', 'errors.fieldEmpty');
	return problems;
}

const isCount = (text: string) => /^\d{1,3}$/.test(text.trim());

/** The command of a form without problems. */
export function handOutCommand(form: HandOutForm): HandOutCommand {
	const basis = basisOf(form);
	return {
		kind: 'handOut',
		withReceipt: form.withReceipt === 'yes',
		to: form.to,
		sheets: Number(form.sheets),
		originals: { documents: Number(form.originalDocuments), sheets: Number(form.originalSheets) },
		signedFor: form.signedFor,
		details: {
			receiver: nameFrom(form),
			...(form.identityNumber.trim()
				? { identityDocument: { kind: form.identityKind, number: form.identityNumber.trim() } }
				: {}),
			...(basis ? { basis } : {}),
			...(form.signedFor ? { signer: form.signer.trim() } : {})
		}
	};
}

function basisOf(form: HandOutForm): string {
	if (form.to === 'applicant') return '';
	if (form.to === 'legal') return form.basis.trim();
	return proxyBasis(form.proxyNumber.trim(), proxyDateOf(form) ?? '');
}

/** The day of the power of attorney, typed as `27.11.2026`. */
function proxyDateOf({ proxyDate }: HandOutForm): PlainDate | undefined {
	const [, day = '', month = '', year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(proxyDate.trim()) ?? [];
	return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
