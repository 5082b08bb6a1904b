import * as v from 'valibot';
import { type RecordForm } from '#lib/domain/ledger/record-form.ts';
import { type RecordWay } from '#lib/domain/ledger/record-way.ts';
import { readFlat } from '#lib/device/drafts/read-flat.ts';
import { KeptDraft, readAs } from '#lib/device/drafts/kept-draft.ts';

/** The ways that need a form; all others are told at once. */
export type OpenWay = Extract<RecordWay, { kind: 'record' | 'sign' | 'note' }>;

/** An entry that was begun, as it lies on the disk. */
export type KeptRecord = {
	/** As it was typed, by this or an older version: read field by field when it is opened. */
	form: Readonly<Record<string, unknown>>;
	way: OpenWay['kind'];
	/** The number that was offered when it was begun; drafts of older versions do not tell. */
	offered?: string;
};

const KeptSchema = v.object({
	form: v.record(v.string(), v.unknown()),
	way: v.picklist(['record', 'sign', 'note']),
	offered: v.optional(v.string())
});

/** The entry of an application on the disk. */
export const recordDraft = (number: string): KeptDraft<KeptRecord> =>
	new KeptDraft(`record:${number}`, 'record', readAs(KeptSchema));

/** Whether a person has changed anything in a form as it was offered. */
export function isTyped(form: RecordForm, offered: RecordForm): boolean {
	return (Object.keys(offered) as (keyof RecordForm)[]).some((field) => form[field] !== offered[field]);
}

/**
 * The form to open: what was typed, but with the number that is next now where the kept one was only offered; others may have taken
 * it meanwhile.
 * @param offered a new form of today
 */
export function openedForm(kept: KeptRecord | undefined, way: OpenWay['kind'], offered: RecordForm): RecordForm {
	if (kept?.way !== way) return { ...offered };
	const form = readFlat(kept.form, offered);
	if (form.entry !== kept.offered) return form;
	return { ...form, entry: offered.entry, takenAllowed: false };
}
