import * as v from 'valibot';
import { CHECK_MARKS, NumberSchema } from '#lib/domain/fact/application-facts.ts';
import { FactIdSchema, InstantSchema, JournalIdSchema, OrgIdSchema, StaffIdSchema } from '#lib/domain/fact/ids.ts';

/** `POST /token`, as a form (RFC 6749, 4.4; RFC 7523, 2.2). */
export const TokenRequestSchema = v.object({
	grant_type: v.literal('client_credentials'),
	client_assertion_type: v.literal('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
	client_assertion: v.string()
});
export const TokenResponseSchema = v.object({
	access_token: v.string(),
	token_type: v.literal('Bearer'),
	/** Seconds. */
	expires_in: v.pipe(v.number(), v.integer()),
	/** The roles in which the client may act. */
	scope: v.string()
});

/** Where a reading of the org's stream has come to; its form is the server's own. */
export const CursorTextSchema = v.pipe(v.string(), v.maxLength(200));

/**
 * A fact as it was written, and its personal part. Types and fields may be added: whoever reads it goes by those that they know. Times are
 * milliseconds since 1970 by the clock of the device.
 */
export const ExchangeFactSchema = v.object({
	id: FactIdSchema,
	type: v.string(),
	journal: JournalIdSchema,
	seq: v.pipe(v.number(), v.integer()),
	/** SHA-256 of the text as it was written. */
	hash: v.string(),
	/** What it is about: an application or a register by its number, or an org. */
	subject: v.object({ kind: v.string(), number: v.optional(v.string()), org: v.optional(v.string()) }),
	/** The facts that it follows from, and those that it takes the place of. */
	on: v.array(FactIdSchema),
	replaces: v.array(FactIdSchema),
	at: InstantSchema,
	actor: StaffIdSchema,
	role: v.string(),
	org: OrgIdSchema,
	body: v.record(v.string(), v.unknown()),
	/** Null where it has none, or it was not sent here. */
	personal: v.nullable(v.record(v.string(), v.unknown()))
});
export type ExchangeFact = v.InferOutput<typeof ExchangeFactSchema>;

export const FactPageSchema = v.object({
	facts: v.array(ExchangeFactSchema),
	/** Send it as `after` for what follows. */
	cursor: CursorTextSchema,
	/** There is more to read now. */
	more: v.boolean(),
	/** The cursor was of another stream, as after a restore of the server: this page begins anew, and a fact may come twice. */
	reset: v.boolean()
});
export type FactPage = v.InferOutput<typeof FactPageSchema>;

/** Who has a paper: `kind` says which of the other fields there are. */
const HolderSchema = v.object({
	kind: v.string(),
	org: v.optional(OrgIdSchema),
	staff: v.optional(StaffIdSchema),
	register: v.optional(v.string()),
	window: v.optional(v.string()),
	since: InstantSchema
});

const HandSchema = v.object({ staff: StaffIdSchema, acting: v.boolean(), at: InstantSchema });

export const ApplicationViewSchema = v.object({
	number: NumberSchema,
	/** Another one after every fact: an act that names it is not recorded after something new (`expected`). */
	version: v.string(),
	/** `numberOnly`: its acceptance has not come yet. */
	state: v.picklist(['numberOnly', 'open', 'withdrawn', 'annulled', 'handedOut']),
	renumberedTo: v.nullable(NumberSchema),
	regulation: v.nullable(v.object({ id: v.string(), version: v.pipe(v.number(), v.integer()) })),
	acceptedAt: v.nullable(InstantSchema),
	center: v.nullable(OrgIdSchema),
	/** The body that decides now. */
	body: v.nullable(OrgIdSchema),
	/** The next step by its fact, null when all are done; who does it; when it is due, null where no term runs. */
	next: v.nullable(v.string()),
	units: v.array(v.string()),
	due: v.nullable(InstantSchema),
	applicant: v.nullable(v.record(v.string(), v.unknown())),
	documents: v.array(
		v.object({ name: v.nullable(v.string()), form: v.picklist(['original', 'copy']), sheets: v.number() })
	),
	/** What the check of the packet asks for, by the names that a check records, and what the last one found; null: not checked yet. */
	checklist: v.array(v.object({ name: v.string(), required: v.boolean(), mark: v.nullable(v.picklist(CHECK_MARKS)) })),
	assignment: v.nullable(v.object({ executor: StaffIdSchema, by: HandSchema, remark: v.nullable(v.string()) })),
	decision: v.nullable(
		v.object({
			kind: v.picklist(['notice', 'refusal']),
			draft: FactIdSchema,
			draftedBy: StaffIdSchema,
			signedBy: v.nullable(HandSchema),
			recordedAt: v.nullable(InstantSchema),
			ledgerNumber: v.nullable(v.string())
		})
	),
	packet: HolderSchema,
	/** The result's own number is what stands on its label. */
	result: v.nullable(v.object({ number: NumberSchema, ...HolderSchema.entries })),
	facts: v.array(ExchangeFactSchema)
});
export type ApplicationView = v.InferOutput<typeof ApplicationViewSchema>;

export const RegisterViewSchema = v.object({
	number: NumberSchema,
	kind: v.picklist(['collection', 'dispatch', 'return']),
	at: InstantSchema,
	from: OrgIdSchema,
	to: OrgIdSchema,
	courier: v.nullable(v.string()),
	rows: v.array(
		v.object({
			paper: NumberSchema,
			state: v.picklist(['underway', 'received', 'missing', 'extra', 'damaged', 'carried'])
		})
	),
	/** When the other side first checked it; null while it is on the way. */
	arrivedAt: v.nullable(InstantSchema)
});
export type RegisterView = v.InferOutput<typeof RegisterViewSchema>;
