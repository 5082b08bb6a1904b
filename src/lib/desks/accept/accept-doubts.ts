import { applicantOf } from '#lib/domain/application/commands/accept.ts';
import { parseIin, type Sex } from '#lib/domain/number/iin.ts';
import { sexOfPatronymic } from '#lib/domain/text/patronymic.ts';
import { type AcceptDraft, formOf, missingDocuments } from './accept-draft.ts';

/** What does not forbid an acceptance and has to be seen before it. */
type Doubt =
	| { kind: 'missing'; names: string[] }
	| { kind: 'sex'; who: 'applicant' | 'representative'; sex: Sex; patronymic: string };

/** What somebody has to look at on the check page, where the hand is that accepts. */
export function doubtsOf(draft: AcceptDraft): Doubt[] {
	const missing = missingDocuments(draft.documents).map(({ name }) => name);
	const { sex, patronymic, representative } = applicantOf(formOf(draft));
	const byIin = representative?.iin ? parseIin(representative.iin) : undefined;
	return [
		...(missing.length > 0 ? [{ kind: 'missing' as const, names: missing }] : []),
		...sexDoubt('applicant', sex, patronymic),
		...sexDoubt('representative', byIin && 'sex' in byIin ? byIin.sex : undefined, representative?.patronymic)
	];
}

function sexDoubt(who: 'applicant' | 'representative', sex: Sex | undefined, patronymic: string | undefined): Doubt[] {
	const other = patronymic === undefined ? null : sexOfPatronymic(patronymic);
	return sex !== undefined && patronymic !== undefined && other !== null && other !== sex
		? [{ kind: 'sex', who, sex, patronymic }]
		: [];
}
