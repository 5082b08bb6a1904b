import { parseIin, type Sex } from '../../number/iin.ts';
import { parsePlainDate, type PlainDate } from '../../time/plain-date.ts';
import { type AcceptForm, type FieldCode, type FormProblem } from './accept.ts';

type IdentityForm = Pick<
	AcceptForm,
	'iin' | 'iinSeen' | 'noIin' | 'noIinText' | 'identityKind' | 'identityNumber' | 'birthDate' | 'sex' | 'birthSeen'
>;
const filled = (text: string) => text.trim() !== '';
/** An earlier year is a typing error. */
const EARLIEST_BIRTH = '1880-01-01';

/** A date of birth as typed, `02.01.1975` or `1975-01-02`; with the full year, because the century cannot be guessed. */
function typedBirth(text: string): PlainDate | undefined {
	const typed = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text.trim());
	if (!typed) return parsePlainDate(text.trim());
	const [, day = '', month = '', year = ''] = typed;
	return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/**
 * The problem of an IIN; null where it is accepted. Real documents too have digits that are no date, of another century or with a
 * failing check: an IIN is not renewed when a birth date or a sex is corrected. They are accepted with "document seen".
 */
export function iinProblem(text: string, seen: boolean, today?: string): Omit<FormProblem, 'field'> | null {
	const parsed = parseIin(text);
	if (!parsed.ok && parsed.reason === 'length') return { code: 'iinLength', params: { n: parsed.count } };
	if (!parsed.ok && parsed.reason === 'notDigits') return { code: 'iinNotDigits' };
	const code = iinDoubt(text, today);
	return code === null || seen ? null : { code };
}

/** Why twelve digits are not a valid IIN; "document seen" overrides it. */
export function iinDoubt(text: string, today?: string): FieldCode | null {
	const parsed = parseIin(text);
	if ('birthDate' in parsed && today !== undefined && parsed.birthDate > today) return 'iinFuture';
	if (parsed.ok) return null;
	const codes = { century: 'iinCentury', date: 'iinDate', check: 'iinCheck', unusable: 'iinUnusable' } as const;
	return parsed.reason in codes ? codes[parsed.reason as keyof typeof codes] : null;
}

/** Birth and sex by the digits of the IIN; null where they give none, or a future date. */
export function birthByIin(iin: string, today?: string): { birthDate: PlainDate; sex: Sex } | null {
	const parsed = parseIin(iin);
	if (!('birthDate' in parsed) || (today !== undefined && parsed.birthDate > today)) return null;
	return { birthDate: parsed.birthDate, sex: parsed.sex };
}

/** Problems of identity, in the order of the form. */
export function identityProblems(form: IdentityForm, today: string | undefined): FormProblem[] {
	if (form.noIin) {
		const problems: FormProblem[] = [];
		if (form.noIin === 'other' && !filled(form.noIinText)) problems.push({ field: 'noIin', code: 'reasonMissing' });
		if (!filled(form.identityKind) || !filled(form.identityNumber))
			problems.push({ field: 'identityNumber', code: 'identityMissing' });
		return [...problems, ...wrongBirth(form, today)];
	}
	if (!filled(form.iin)) return [{ field: 'iin', code: 'iinMissing' }];
	const wrong = iinProblem(form.iin, form.iinSeen, today);
	return wrong ? [{ field: 'iin', ...wrong }] : birthProblems(form, today);
}

/**
 * Birth and sex come from the document where the IIN does not give them; where they differ, the clerk must confirm which are right.
 */
function birthProblems(form: IdentityForm, today: string | undefined): FormProblem[] {
	const wrong = wrongBirth(form, today);
	if (wrong.length > 0) return wrong;
	const fromIin = birthByIin(form.iin, today);
	if (fromIin === null) {
		return [
			...(filled(form.birthDate) ? [] : [{ field: 'birthDate', code: 'birthMissing' as const }]),
			...(form.sex ? [] : [{ field: 'sex', code: 'sexMissing' as const }])
		];
	}
	const typed = typedBirth(form.birthDate);
	const differs = (typed !== undefined && typed !== fromIin.birthDate) || (form.sex && form.sex !== fromIin.sex);
	return differs && !form.birthSeen ? [{ field: 'birthSeen', code: 'birthDiffers' }] : [];
}

function wrongBirth({ birthDate }: IdentityForm, today: string | undefined): FormProblem[] {
	if (!filled(birthDate)) return [];
	const typed = typedBirth(birthDate);
	const isPossible = typed !== undefined && typed >= EARLIEST_BIRTH && (today === undefined || typed <= today);
	return isPossible ? [] : [{ field: 'birthDate', code: 'birthWrong' }];
}

/**
 * Birth and sex to store: those typed from the document before those of the IIN's digits; with their source.
 * @param today as for `problemsOf`
 */
export function birthOf(form: IdentityForm, today?: string): { birthDate?: string; sex?: Sex; birthFrom?: 'document' } {
	const fromIin = form.noIin ? null : birthByIin(form.iin, today);
	const birthDate = typedBirth(form.birthDate) ?? fromIin?.birthDate;
	const sex = form.sex || fromIin?.sex;
	const isOther = birthDate !== fromIin?.birthDate || sex !== fromIin?.sex;
	return {
		...(birthDate ? { birthDate } : {}),
		...(sex ? { sex } : {}),
		...(isOther && !form.noIin ? { birthFrom: 'document' as const } : {})
	};
}
