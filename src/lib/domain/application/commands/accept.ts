import { type Applicant } from '../../fact/application-facts';
import { type BodyOf, type FactDraft } from '../../fact/fact';
import { type Instant, type OrgId } from '../../fact/ids';
import { parseIin } from '../../number/iin';
import { type ApplicationNumber } from '../../number/paper-number';
import { isNamePart, normaliseName } from '../../text/person-name';

/** The form of a visit as it is typed: everything may be empty or wrong, and nothing of it is ever lost. */
export type AcceptForm = {
	startedAt: Instant;
	iin: string;
	/** The check digit fails, but the document was seen (SPEC D2). */
	iinSeen: boolean;
	noIin: '' | 'foreigner' | 'stateless' | 'oralman' | 'child' | 'other';
	noIinText: string;
	identityKind: string;
	identityNumber: string;
	surname: string;
	given: string;
	patronymic: string;
	birthDate: string;
	address: string;
	phone: string;
	noPhone: boolean;
	language: 'kk' | 'ru';
	represented: '' | 'legal' | 'powerOfAttorney';
	representative: { surname: string; given: string; patronymic: string; iin: string; basis: string };
	regulation: string;
	documents: { name: string; form: 'original' | 'copy'; sheets: string }[];
	priority: boolean;
	homeVisit: boolean;
};

export type FieldProblem = { field: string; code: FieldCode; params?: Record<string, string | number> };
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
	| 'addressMissing'
	| 'phoneMissing'
	| 'representativeMissing'
	| 'basisMissing'
	| 'serviceMissing'
	| 'documentsMissing'
	| 'documentNameMissing'
	| 'sheetsWrong';

const filled = (text: string) => text.trim() !== '';

/** Fewer digits are no telephone number, not even of a village exchange. */
const FEWEST_PHONE_DIGITS = 5;

/**
 * What is still to be put right, each problem at its field, in the order of the form.
 * @param today `YYYY-MM-DD`: nobody was born later; not checked where it is not given
 */
export function problemsOf(form: AcceptForm, today?: string): FieldProblem[] {
	const problems: FieldProblem[] = [...identityProblems(form, today)];
	problems.push(...nameProblems(form, 'surname', 'given', 'patronymic', 'surnameMissing'));
	if (!filled(form.address)) problems.push({ field: 'address', code: 'addressMissing' });
	if (!form.noPhone && form.phone.replace(/\D/g, '').length < FEWEST_PHONE_DIGITS)
		problems.push({ field: 'phone', code: 'phoneMissing' });
	if (form.represented) problems.push(...representativeProblems(form.representative));
	if (!form.regulation) problems.push({ field: 'service', code: 'serviceMissing' });
	if (form.documents.length === 0) problems.push({ field: 'documents', code: 'documentsMissing' });
	form.documents.forEach(({ name, sheets }, index) => {
		if (!filled(name)) problems.push({ field: `document-${index}-name`, code: 'documentNameMissing' });
		if (!/^[1-9]\d{0,2}$/.test(sheets.trim()))
			problems.push({ field: `document-${index}-sheets`, code: 'sheetsWrong' });
	});
	return problems;
}

type Name = { surname: string; given: string; patronymic: string };

/** Surname and given name are needed, a patronymic never is; signs that no name has are told apart from a missing name. */
function nameProblems(
	name: Name,
	surname: string,
	given: string,
	patronymic: string,
	surnameMissing: FieldCode
): FieldProblem[] {
	const wrong = (part: string) => filled(part) && !isNamePart(part);
	const problems: FieldProblem[] = [];
	if (!filled(name.surname)) problems.push({ field: surname, code: surnameMissing });
	else if (wrong(name.surname)) problems.push({ field: surname, code: 'nameLetters' });
	if (!filled(name.given)) problems.push({ field: given, code: 'givenMissing' });
	else if (wrong(name.given)) problems.push({ field: given, code: 'nameLetters' });
	if (wrong(name.patronymic)) problems.push({ field: patronymic, code: 'nameLetters' });
	return problems;
}

function representativeProblems(person: AcceptForm['representative']): FieldProblem[] {
	const problems = nameProblems(
		person,
		'representativeSurname',
		'representativeGiven',
		'representativePatronymic',
		'representativeMissing'
	);
	if (filled(person.iin) && !parseIin(person.iin).ok) problems.push({ field: 'representativeIin', code: 'iinCheck' });
	if (!filled(person.basis)) problems.push({ field: 'representativeBasis', code: 'basisMissing' });
	return problems;
}

function identityProblems(form: AcceptForm, today: string | undefined): FieldProblem[] {
	if (form.noIin) {
		const problems: FieldProblem[] = [];
		if (form.noIin === 'other' && !filled(form.noIinText)) problems.push({ field: 'noIin', code: 'reasonMissing' });
		if (!filled(form.identityKind) || !filled(form.identityNumber))
			problems.push({ field: 'identityNumber', code: 'identityMissing' });
		return problems;
	}
	if (!filled(form.iin)) return [{ field: 'iin', code: 'iinMissing' }];
	const parsed = parseIin(form.iin);
	if ('birthDate' in parsed && today !== undefined && parsed.birthDate > today)
		return [{ field: 'iin', code: 'iinFuture' }];
	if (parsed.ok) return [];
	switch (parsed.reason) {
		case 'length':
			return [{ field: 'iin', code: 'iinLength', params: { n: parsed.count } }];
		case 'notDigits':
			return [{ field: 'iin', code: 'iinNotDigits' }];
		case 'century':
			return [{ field: 'iin', code: 'iinCentury' }];
		case 'check':
			return form.iinSeen ? [] : [{ field: 'iin', code: 'iinCheck' }];
		case 'unusable':
			return form.iinSeen ? [] : [{ field: 'iin', code: 'iinUnusable' }];
		default:
			return [{ field: 'iin', code: 'iinDate' }];
	}
}

export type AcceptPlace = { entry: 'center' | 'body'; center: OrgId | null; body: OrgId; offline: boolean };

/** The fact of acceptance from a form without problems. The number is given in the same transaction that saves the fact. */
export function acceptedFrom(
	form: AcceptForm,
	number: ApplicationNumber,
	regulation: BodyOf<'accepted'>['regulation'],
	place: AcceptPlace
): FactDraft<'accepted'> {
	const parsed = parseIin(form.iin);
	const overridden = !form.noIin && !parsed.ok;
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

/** The applicant as the form tells: names put right, empty fields left out. */
export function applicantOf(form: AcceptForm): Applicant {
	const parsed = form.noIin ? null : parseIin(form.iin);
	const birth =
		parsed && 'birthDate' in parsed
			? { birthDate: parsed.birthDate as string, sex: parsed.sex }
			: filled(form.birthDate)
				? { birthDate: form.birthDate }
				: {};
	return {
		...personOf(form),
		...(form.noIin ? {} : { iin: form.iin.replace(/\D/g, '') }),
		...birth,
		...(filled(form.identityNumber)
			? { identityDocument: { kind: form.identityKind.trim(), number: form.identityNumber.trim() } }
			: {}),
		...(form.noIin && filled(form.noIinText) ? { noIinReason: form.noIinText.trim() } : {}),
		address: form.address.trim(),
		...(!form.noPhone && filled(form.phone) ? { phone: form.phone.trim() } : {}),
		...(form.represented
			? {
					representative: {
						...personOf(form.representative),
						...(filled(form.representative.iin) ? { iin: form.representative.iin.replace(/\D/g, '') } : {}),
						basis: form.representative.basis.trim()
					}
				}
			: {}),
		documents: form.documents.map(({ name }) => name.trim())
	};
}

function personOf({ surname, given, patronymic }: Name) {
	return {
		surname: normaliseName(surname),
		given: normaliseName(given),
		...(filled(patronymic) ? { patronymic: normaliseName(patronymic) } : {})
	};
}
