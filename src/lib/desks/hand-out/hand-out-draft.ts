import * as v from 'valibot';
import { KeptDraft, readAs } from '#lib/device/drafts/kept-draft.ts';
import { type HandOutForm } from './hand-out-form.ts';

/** Kind of the drafts of hand-outs that were begun. */
export const HAND_OUT_DRAFT = 'handOut';

const text = v.fallback(v.string(), '');
const flag = v.fallback(v.boolean(), false);
/** Field by field: what another version did not store begins empty, and is asked for before anything is handed out. */
const FormSchema = v.object({
	withReceipt: v.fallback(v.picklist(['yes', 'no']), 'no'),
	to: v.fallback(v.picklist(['applicant', 'legal', 'powerOfAttorney']), 'applicant'),
	surname: text,
	given: text,
	patronymic: text,
	noSurname: flag,
	asWritten: v.fallback(v.array(v.string()), []),
	basis: text,
	proxyNumber: text,
	proxyDate: text,
	identityKind: v.fallback(v.string(), 'idCard'),
	identityNumber: text,
	outcome: v.fallback(v.picklist(['', 'notice', 'refusal']), ''),
	sheets: text,
	originalDocuments: text,
	originalSheets: text,
	signedFor: flag,
	signer: text,
	explained: flag
});

/** What was typed, or undefined where nothing of it can be read. */
export const readHandOut = readAs<{ number: string; form: HandOutForm }>(
	v.object({ number: v.string(), form: FormSchema })
);

export const handOutDraft = (number: string): KeptDraft<{ number: string; form: HandOutForm }> =>
	new KeptDraft(`hand-out:${number}`, HAND_OUT_DRAFT, readHandOut);
