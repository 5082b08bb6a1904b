import { type Applicant } from '../../fact/application-facts.ts';
import { type BodyOf, type FactDraft } from '../../fact/fact.ts';
import { type Instant, type OrgId } from '../../fact/ids.ts';
import { parseIin, type Sex } from '../../number/iin.ts';
import { type ApplicationNumber } from '../../number/paper-number.ts';
import { type LimitedField, MOST_DOCUMENTS, overLimit } from '../../text/field-limits.ts';
import { nameFrom, type NamePart, nameProblems, openReadings, type TypedName } from '../../text/typed-name.ts';
import { birthOf, identityProblems, iinProblem } from './identity-problems.ts';

/** The form of a visit as typed: everything may be empty or wrong, and nothing entered is lost. */
export type AcceptForm = TypedName & {
	startedAt: Instant;
	iin: string;
	/** The digits are not a valid IIN, but the document was seen (SPEC D2, W34). */
	iinSeen: boolean;
	noIin: '' | 'foreigner' | 'stateless' | 'oralman' | 'child' | 'other';
	noIinText: string;
	identityKind: string;
	identityNumber: string;
	/** By the document: without an IIN, or where its digits give none or another one. */
	birthDate: string;
	sex?: Sex | '';
	/** Birth date or sex of the document differ from the IIN, and the document was seen. */
	birthSeen?: boolean;
	address: string;
	phone: string;
	noPhone: boolean;
	language: 'kk' | 'ru';
	represented: '' | 'legal' | 'powerOfAttorney';
	representative: TypedName & { iin: string; iinSeen?: boolean; basis: string };
	regulation: string;
	documents: { name: string; form: 'original' | 'copy'; sheets: string }[];
	priority: boolean;
	homeVisit: boolean;
};

export type FormProblem = { field: string; code: FieldCode; params?: Record<string, string | number> };
export type FieldCode =
	| 'iinMissing'
	| 'iinLength'
	| 'iinNotDigits'
	| 'iinCentury'
	| 'iinFuture'
	| 'iinCheck'
	| 'iinDate'
	| 'iinUnusable'
	| 'reasonMissing'
	| 'identityMissing'
	| 'surnameMissing'
	| 'givenMissing'
	| 'nameLetters'
	| 'nameMixed'
	| 'nameReading'
	| 'birthMissing'
	| 'birthWrong'
	| 'birthDiffers'
	| 'sexMissing'
	| 'addressMissing'
	| 'phoneMissing'
	| 'representativeMissing'
	| 'basisMissing'
	| 'serviceMissing'
	| 'documentsMissing'
	| 'documentNameMissing'
	| 'sheetsWrong'
	| 'tooLong'
	| 'tooMany';

const filled = (text: string) => text.trim() !== '';

/** The shortest telephone number: that of a village exchange. */
const FEWEST_PHONE_DIGITS = 5;

/**
 * Problems still to correct, each at its field, in the order of the form.
 * @param today `YYYY-MM-DD`: latest date of birth; not checked where missing
 */
export function problemsOf(form: AcceptForm, today?: string): FormProblem[] {
	const problems: FormProblem[] = [...identityProblems(form, today)];
	problems.push(...personProblems(form, form.asWritten, (part) => part));
	if (!filled(form.address)) problems.push({ field: 'address', code: 'addressMissing' });
	if (!form.noPhone && form.phone.replace(/\D/g, '').length < FEWEST_PHONE_DIGITS)
		problems.push({ field: 'phone', code: 'phoneMissing' });
	if (form.represented) problems.push(...representativeProblems(form));
	if (!form.regulation) problems.push({ field: 'service', code: 'serviceMissing' });
	if (form.documents.length === 0) problems.push({ field: 'documents', code: 'documentsMissing' });
	form.documents.forEach(({ name, sheets }, index) => {
		if (!filled(name)) problems.push({ field: `document-${index}-name`, code: 'documentNameMissing' });
		if (!/^[1-9]\d{0,2}$/.test(sheets.trim()))
			problems.push({ field: `document-${index}-sheets`, code: 'sheetsWrong' });
	});
	return [...problems, ...lengthProblems(form)];
}

/** Texts too long for a paper or a fact: reported at the field, never truncated. */
function lengthProblems(form: AcceptForm): FormProblem[] {
	const { representative: person } = form;
	const texts: [field: string, text: string, limit: LimitedField][] = [
		['surname', form.surname, 'name'],
		['given', form.given, 'name'],
		['patronymic', form.patronymic, 'name'],
		['identityNumber', form.identityNumber, 'number'],
		['noIin', form.noIinText, 'basis'],
		['address', form.address, 'address'],
		['phone', form.phone, 'number'],
		...(form.represented
			? ([
					['representativeSurname', person.surname, 'name'],
					['representativeGiven', person.given, 'name'],
					['representativePatronymic', person.patronymic, 'name'],
					['representativeBasis', person.basis, 'basis']
				] as [string, string, LimitedField][])
			: []),
		...form.documents.map(({ name }, index): [string, string, LimitedField] => [
			`document-${index}-name`,
			name,
			'documentName'
		])
	];
	const long = texts.flatMap(([field, text, limit]): FormProblem[] => {
		const params = overLimit(text, limit);
		return params ? [{ field, code: 'tooLong', params }] : [];
	});
	const n = form.documents.length;
	return n > MOST_DOCUMENTS
		? [...long, { field: 'documents', code: 'tooMany', params: { n, max: MOST_DOCUMENTS } }]
		: long;
}

/** Problems of a name, and ambiguous letters to be confirmed. */
function personProblems(
	name: TypedName,
	asWritten: readonly string[] | undefined,
	fieldOf: (part: NamePart) => string
): FormProblem[] {
	const problems = nameProblems(name, asWritten);
	const asked = openReadings(name, asWritten).filter(({ part }) => !problems.some((one) => one.part === part));
	return [
		...problems.map(({ part, ...problem }) => ({ field: fieldOf(part), ...problem })),
		...asked.map(({ part, readings }) => ({
			field: fieldOf(part),
			code: 'nameReading' as const,
			params: { readings: readings.join(' · ') }
		}))
	];
}

const REPRESENTATIVE_FIELDS: Readonly<Record<NamePart, string>> = {
	surname: 'representativeSurname',
	given: 'representativeGiven',
	patronymic: 'representativePatronymic'
};

function representativeProblems({ representative: person, asWritten }: AcceptForm): FormProblem[] {
	const problems = personProblems(person, asWritten, (part) => REPRESENTATIVE_FIELDS[part]).map((problem) =>
		problem.code === 'surnameMissing' ? { ...problem, code: 'representativeMissing' as const } : problem
	);
	const wrong = filled(person.iin) ? iinProblem(person.iin, person.iinSeen ?? false) : null;
	if (wrong) problems.push({ field: 'representativeIin', ...wrong });
	if (!filled(person.basis)) problems.push({ field: 'representativeBasis', code: 'basisMissing' });
	return problems;
}

export type AcceptPlace = { entry: 'center' | 'body'; center: OrgId | null; body: OrgId; offline: boolean };

/** The fact of acceptance from a form without problems. The number is given in the same transaction that saves the fact. */
export function acceptedFrom(
	form: AcceptForm,
	number: ApplicationNumber,
	regulation: BodyOf<'accepted'>['regulation'],
	place: AcceptPlace
): FactDraft<'accepted'> {
	const overridden = !form.noIin && !parseIin(form.iin).ok;
	return {
		type: 'accepted',
		subject: { kind: 'application', number },
		body: {
			regulation,
			entry: place.entry,
			center: place.center,
			body: place.body,
			visitStartedAt: form.startedAt,
			documents: form.documents.map(({ form, sheets }) => ({ form, sheets: Number(sheets) })),
			language: form.language,
			...(form.noIin ? { noIin: form.noIin } : {}),
			...(overridden ? { iinCheckOverridden: true as const } : {}),
			...(form.represented ? { represented: form.represented } : {}),
			...(form.priority ? { priority: true as const } : {}),
			...(form.homeVisit ? { homeVisit: true as const } : {}),
			...(place.offline ? { offline: true as const } : {})
		},
		details: applicantOf(form)
	};
}

/** The applicant by the form: names normalised, empty fields left out. */
export function applicantOf(form: AcceptForm): Applicant {
	return {
		...nameFrom(form),
		...(form.noIin ? {} : { iin: form.iin.replace(/\D/g, '') }),
		...birthOf(form),
		...(filled(form.identityNumber)
			? { identityDocument: { kind: form.identityKind.trim(), number: form.identityNumber.trim() } }
			: {}),
		...(form.noIin && filled(form.noIinText) ? { noIinReason: form.noIinText.trim() } : {}),
		address: form.address.trim(),
		...(!form.noPhone && filled(form.phone) ? { phone: form.phone.trim() } : {}),
		...(form.represented
			? {
					representative: {
						...nameFrom(form.representative, form.asWritten),
						...(filled(form.representative.iin) ? { iin: form.representative.iin.replace(/\D/g, '') } : {}),
						basis: form.representative.basis.trim()
					}
				}
			: {}),
		documents: form.documents.map(({ name }) => name.trim())
	};
}
