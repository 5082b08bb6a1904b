import * as v from 'valibot';
import { type AcceptForm } from '#lib/domain/application/commands/accept.ts';
import { type FactId, FactIdSchema } from '#lib/domain/fact/ids.ts';

/** The schema of a stored draft; raised when the meaning of a field changes. */
const VERSION = 1;

const text = v.fallback(v.string(), '');
const flag = v.fallback(v.boolean(), false);

const DocumentSchema = v.object({
	id: v.fallback(v.string(), () => ''),
	name: text,
	form: v.fallback(v.picklist(['original', 'copy']), 'copy'),
	sheets: text,
	/** Offered from the example list and not touched: without sheets it was not brought. */
	suggested: flag
});
export type DraftDocument = v.InferOutput<typeof DocumentSchema>;

const noRepresentative = {
	surname: '',
	given: '',
	patronymic: '',
	noSurname: false,
	iin: '',
	iinSeen: false,
	basis: ''
};

/** A draft is read field by field: what an older or a damaged one does not have begins empty, the rest is kept. */
const DraftSchema = v.object({
	version: v.fallback(v.number(), VERSION),
	/** Id of the fact that this draft becomes. A draft left over by a crash in the middle of accepting is known by it. */
	factId: FactIdSchema,
	/** 0 until the first key: an empty form does not use up anybody's thirty minutes. */
	startedAt: v.fallback(v.number(), 0),
	iin: text,
	iinSeen: flag,
	noIin: v.fallback(v.picklist(['', 'foreigner', 'stateless', 'oralman', 'child', 'other']), ''),
	noIinText: text,
	identityKind: text,
	identityNumber: text,
	surname: text,
	given: text,
	patronymic: text,
	noSurname: flag,
	asWritten: v.fallback(v.array(v.string()), () => []),
	birthDate: text,
	sex: v.fallback(v.picklist(['', 'male', 'female']), ''),
	birthSeen: flag,
	address: text,
	phone: text,
	noPhone: flag,
	language: v.fallback(v.picklist(['kk', 'ru']), 'kk'),
	represented: v.fallback(v.picklist(['', 'legal', 'powerOfAttorney']), ''),
	representative: v.fallback(
		v.object({
			surname: text,
			given: text,
			patronymic: text,
			noSurname: flag,
			iin: text,
			iinSeen: flag,
			basis: text
		}),
		() => ({ ...noRepresentative })
	),
	regulation: text,
	documents: v.fallback(v.array(DocumentSchema), () => []),
	priority: flag,
	homeVisit: flag,
	/** The application whose applicant was taken over, until the inspector compares it with a document. */
	prefilledFrom: v.fallback(v.nullable(v.object({ number: v.string(), acceptedAt: v.number() })), null),
	comparedWithDocument: flag,
	/** The person has an open application and a new one is wanted all the same. */
	secondAllowed: flag,
	/** The body, where the Center has none of its own. */
	body: text,
	/** No IIN: the fields for another document are open, even while no reason is chosen yet. */
	withoutIin: flag
});

/** The form of a visit while it is filled in: `AcceptForm`, and what only the screen needs. */
export type AcceptDraft = v.InferOutput<typeof DraftSchema>;

export const DRAFT_KIND = 'accept';

/** A form on which nothing has been typed yet. */
export function blankDraft(newId: () => FactId): AcceptDraft {
	return v.parse(DraftSchema, { factId: newId() });
}

/** A stored draft, of this or an older version. Whatever cannot be read begins empty; nothing ever throws. */
export function readDraft(value: unknown, newId: () => FactId): AcceptDraft {
	const known = typeof value === 'object' && value !== null ? value : {};
	const factId = v.safeParse(FactIdSchema, 'factId' in known ? known.factId : undefined);
	const read = v.parse(DraftSchema, { ...known, factId: factId.success ? factId.output : newId() });
	return {
		...read,
		withoutIin: read.withoutIin || read.noIin !== '',
		documents: read.documents.map((row) => ({ ...row, id: row.id || newId() }))
	};
}

/** Whether nothing was typed: such a draft is not worth keeping. */
export function isBlank(draft: AcceptDraft): boolean {
	const { factId } = draft;
	const documents = draft.documents.filter((row) => !isEmptyRow(row));
	return JSON.stringify({ ...draft, startedAt: 0, documents }) === JSON.stringify(blankDraft(() => factId));
}

/** The same person comes with one more application: all that tells about the person stays, the rest begins anew. */
export function oneMoreFor(draft: AcceptDraft, newId: () => FactId, now: number): AcceptDraft {
	return {
		...draft,
		factId: newId(),
		startedAt: now,
		regulation: '',
		documents: [],
		homeVisit: draft.homeVisit,
		secondAllowed: false
	};
}

/** A row that was opened and not used is nothing. */
export const isEmptyRow = ({ suggested, name, sheets }: DraftDocument): boolean =>
	!suggested && isNothing(name) && isNothing(sheets);

/** No sign that can be seen. */
const isNothing = (text: string): boolean => !/[^\s\p{Cf}]/u.test(text);

/** A suggestion without sheets was not brought; what was typed was, unless the row is empty. */
export const isBrought = (row: DraftDocument): boolean => (row.suggested ? !isNothing(row.sheets) : !isEmptyRow(row));

/** Documents that were brought. */
export function broughtDocuments(documents: readonly DraftDocument[]): DraftDocument[] {
	return documents.filter(isBrought);
}

/** Suggested documents that were not brought. */
export function missingDocuments(documents: readonly DraftDocument[]): DraftDocument[] {
	return documents.filter(({ suggested, sheets }) => suggested && sheets.trim() === '');
}

/** The form as the rules know it. */
export function formOf(draft: AcceptDraft): AcceptForm {
	const { withoutIin, documents } = draft;
	return {
		...draft,
		noIin: withoutIin ? draft.noIin || 'other' : '',
		documents: broughtDocuments(documents).map(({ name, form, sheets }) => ({ name, form, sheets }))
	};
}
