import * as v from 'valibot';
import { bounded, ShortTextSchema, VersionSchema } from './bounds.ts';
import { FactIdSchema, InstantSchema, OrgIdSchema, StaffIdSchema } from './ids.ts';

const Text = v.pipe(v.string(), v.maxLength(4000));
const Name = v.pipe(v.string(), v.maxLength(200));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));
/** Sixteen digits. Check digits are verified where a number enters; a stored fact is read as written. */
export const NumberSchema = v.pipe(v.string(), v.regex(/^\d{16}$/));
const Decision = v.picklist(['notice', 'refusal']);
const PaperSchema = v.picklist(['packet', 'result']);
const Empty = v.object({});

/** One attached document: its name is in the personal part at the same index, because it may reveal something about a person. */
const DocumentForm = v.object({
	form: v.picklist(['original', 'copy']),
	sheets: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))
});

const Person = v.object({ surname: Name, given: Name, patronymic: v.optional(Name) });
const IdentityDocument = v.object({ kind: Name, number: Name });

/** Written by hand earlier, entered now by another person: `by` did it on paper. */
const FromPaper = v.object({ by: StaffIdSchema });

/** A deputy (м.а. · и.о.) by an `actingAppointed` of the org; printed on papers. */
const Acting = v.optional(v.literal(true));

/**
 * The paper of a decision as it is printed: the same text in both languages, and the grounds of a refusal, each explained
 * (`explanationRu` absent: the same text in both languages).
 */
export const LetterSchema = v.object({
	kk: v.pipe(v.string(), v.maxLength(12_000)),
	ru: v.pipe(v.string(), v.maxLength(12_000)),
	grounds: v.array(
		v.object({
			kk: Text,
			ru: Text,
			explanation: Text,
			explanationRu: v.optional(Text),
			example: v.optional(v.literal(true))
		})
	)
});
export type Letter = v.InferOutput<typeof LetterSchema>;

/** Findings of the executor's completeness check of a document. */
export const CHECK_MARKS = ['present', 'absent', 'wrong', 'notNeeded'] as const;
/** Origin of a signed letter without a print recorded here: typed outside the program, or printed on a device not synced yet. */
export const UNPRINTED = ['typedByHand', 'printedElsewhere'] as const;
export type Unprinted = (typeof UNPRINTED)[number];

/** Why a document was open when the letter was still sent. */
export const GAP_KINDS = ['unchecked', 'absent', 'wrong'] as const;
const CheckLine = v.object({ name: Text, mark: v.picklist(CHECK_MARKS) });

/** The applicant of `accepted`. Never inside the fact, always in its personal part. */
const ApplicantSchema = v.object({
	...Person.entries,
	iin: v.optional(v.pipe(v.string(), v.regex(/^\d{12}$/))),
	birthDate: v.optional(Name),
	sex: v.optional(v.picklist(['male', 'female'])),
	/** Birth date and sex are those of the document; the digits of the IIN give none or others. */
	birthFrom: v.optional(v.literal('document')),
	identityDocument: v.optional(IdentityDocument),
	noIinReason: v.optional(Text),
	address: Text,
	phone: v.optional(Name),
	representative: v.optional(
		v.object({
			...Person.entries,
			iin: v.optional(Name),
			basis: Text,
			identityDocument: v.optional(IdentityDocument)
		})
	),
	documents: v.array(Text)
});
export type Applicant = v.InferOutput<typeof ApplicantSchema>;

const Remark = v.object({ text: Text });

/** Facts whose subject is an application: the shape of the body and of the personal part (null: there is none). */
export const applicationFacts = {
	accepted: {
		body: v.object({
			regulation: v.object({ id: ShortTextSchema, version: VersionSchema }),
			entry: v.picklist(['center', 'body']),
			center: v.nullable(OrgIdSchema),
			body: OrgIdSchema,
			visitStartedAt: InstantSchema,
			documents: bounded(DocumentForm),
			language: v.picklist(['kk', 'ru']),
			noIin: v.optional(v.picklist(['foreigner', 'stateless', 'oralman', 'child', 'other'])),
			iinCheckOverridden: v.optional(v.literal(true)),
			represented: v.optional(v.picklist(['legal', 'powerOfAttorney'])),
			priority: v.optional(v.literal(true)),
			homeVisit: v.optional(v.literal(true)),
			offline: v.optional(v.literal(true))
		}),
		personal: ApplicantSchema
	},
	/** A document brought later, or a corrected detail; a new copy of the receipt follows. */
	amended: {
		body: v.object({ what: v.picklist(['documents', 'applicant']), documents: bounded(DocumentForm) }),
		personal: v.object({
			documents: v.array(Text),
			applicant: v.optional(v.partial(ApplicantSchema)),
			text: v.optional(Text)
		})
	},
	withdrawn: { body: Empty, personal: Remark },
	documentsReturned: { body: v.object({ documents: Count, sheets: Count }), personal: v.nullable(Remark) },
	registered: { body: Empty, personal: null },
	/** The head's resolution. One that `replaces` another is a reassignment: the limit runs from the first. */
	assigned: {
		body: v.object({
			executor: StaffIdSchema,
			fromPaper: v.optional(FromPaper),
			acting: Acting,
			/** Restored to the executor whose draft the head chose: the draft is based on this assignment. */
			draft: v.optional(FactIdSchema)
		}),
		personal: v.nullable(Remark)
	},
	/** A note of the examination, or its completeness check where `lines` are given. */
	examined: {
		body: v.object({ complete: v.optional(v.boolean()) }),
		personal: v.object({ ...Remark.entries, lines: v.optional(bounded(CheckLine)) })
	},
	drafted: {
		body: v.object({ decision: Decision, fromPaper: v.optional(FromPaper) }),
		personal: v.nullable(
			v.object({
				...Remark.entries,
				letter: v.optional(LetterSchema),
				/** Documents unchecked, absent or wrong when it was still sent, and the reason. */
				unexamined: v.optional(
					v.object({ ...Remark.entries, lines: v.array(v.object({ name: Text, why: v.picklist(GAP_KINDS) })) })
				)
			})
		)
	},
	/** `to`: the executor who gets the draft back; absent in older facts: the assigned one. */
	sentBack: {
		body: v.object({
			to: v.optional(StaffIdSchema),
			acting: Acting,
			/** The other draft, chosen by the head. */
			chosen: v.optional(FactIdSchema)
		}),
		personal: Remark
	},
	/** The paper is signed: recorded by the person who scanned it, `fromPaper` where that was not the signer. */
	signed: {
		body: v.object({
			fromPaper: v.optional(FromPaper),
			acting: Acting,
			/** Origin of the signed paper, where no print of the current letter is recorded. */
			unprinted: v.optional(v.picklist(UNPRINTED))
		}),
		/** Why the author of the letter signed it. */
		personal: v.nullable(Remark)
	},
	recorded: { body: v.object({ decision: Decision, ledgerNumber: v.optional(Name), sheets: Count }), personal: null },
	labelled: {
		body: v.object({ paper: PaperSchema, reason: v.picklist(['fellOff', 'unreadable', 'renumbered', 'other']) }),
		personal: v.nullable(Remark)
	},
	applicantCalled: { body: Empty, personal: null },
	handedOut: {
		body: v.object({
			to: v.picklist(['applicant', 'legal', 'powerOfAttorney']),
			sheets: Count,
			originals: v.object({ documents: Count, sheets: Count }),
			signedFor: v.optional(v.literal(true))
		}),
		personal: v.object({
			receiver: Person,
			identityDocument: v.optional(IdentityDocument),
			basis: v.optional(Text),
			signer: v.optional(Name)
		})
	},
	/** As `handedOut`, without the receipt: an identity document is then required. */
	handedOutWithoutReceipt: {
		body: v.object({
			to: v.picklist(['applicant', 'legal', 'powerOfAttorney']),
			sheets: Count,
			originals: v.object({ documents: Count, sheets: Count }),
			signedFor: v.optional(v.literal(true))
		}),
		personal: v.object({
			receiver: Person,
			identityDocument: IdentityDocument,
			basis: v.optional(Text),
			signer: v.optional(Name)
		})
	},
	unclaimed: { body: Empty, personal: null },
	redirected: { body: v.object({ toBody: OrgIdSchema }), personal: Remark },
	lost: { body: v.object({ paper: PaperSchema }), personal: Remark },
	reconstructed: { body: v.object({ paper: PaperSchema }), personal: Remark },
	receiptSpoiled: { body: v.object({ copy: Count }), personal: Remark },
	printed: {
		body: v.object({
			document: v.picklist([
				'receipt',
				'talon',
				'packetLabel',
				'resultLabel',
				'resultLetter',
				'acknowledgement',
				'movementSheet'
			]),
			copy: v.pipe(Count, v.minValue(1)),
			reason: v.optional(v.picklist(['first', 'printerFailed', 'lost', 'amended', 'other'])),
			/** The signatory named on a letter. */
			signatory: v.optional(v.object({ staff: StaffIdSchema, acting: Acting }))
		}),
		personal: null
	},
	annulled: {
		body: v.object({ reason: v.picklist(['mistake', 'wrongPerson', 'duplicate', 'wrongRegister', 'other']) }),
		personal: Remark
	},
	renumbered: { body: v.object({ to: NumberSchema }), personal: v.nullable(Remark) },
	recoveredFromPaper: { body: v.object({ hash: ShortTextSchema }), personal: v.nullable(ApplicantSchema) }
} as const;
