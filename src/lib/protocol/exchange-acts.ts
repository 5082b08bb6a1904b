import * as v from 'valibot';
import { applicationFacts, CHECK_MARKS, LetterSchema, UNPRINTED } from '#lib/domain/fact/application-facts.ts';
import { bounded, MOST_ROWS } from '#lib/domain/fact/bounds.ts';
import { FactIdSchema, OrgIdSchema, StaffIdSchema } from '#lib/domain/fact/ids.ts';
import { parsePaperNumber } from '#lib/domain/number/paper-number.ts';
import { EXCHANGE_ROLES } from './exchange-clients.ts';
import { CursorTextSchema, ExchangeFactSchema } from './exchange-messages.ts';

const isNumber = (text: string): boolean => parsePaperNumber(text).ok;
const ApplicationNumber = v.pipe(v.string(), v.regex(/^1\d{15}$/), v.check(isNumber));
const ResultNumber = v.pipe(v.string(), v.regex(/^2\d{15}$/), v.check(isNumber));
const RegisterNumber = v.pipe(v.string(), v.regex(/^9\d{15}$/), v.check(isNumber));

const Text = v.pipe(v.string(), v.maxLength(4000));
const Name = v.pipe(v.string(), v.maxLength(200));
const Sheets = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));
const Decision = v.picklist(['notice', 'refusal']);
const Paper = v.picklist(['packet', 'result']);

const of = <Kind extends string>(kind: Kind) => ({ kind: v.literal(kind), application: ApplicationNumber });

/** Acts on one application, by the names of the desks. What each needs, `decide` says; the forms say only what it is told. */
const ApplicationActSchema = v.variant('kind', [
	v.object(of('register')),
	v.object({ ...of('assign'), executor: StaffIdSchema, remark: v.optional(Text) }),
	v.object({
		...of('examine'),
		text: Text,
		/** The check of the packet: each document by its name in the list. */
		lines: v.optional(bounded(v.object({ name: Text, mark: v.picklist(CHECK_MARKS) }))),
		complete: v.optional(v.boolean())
	}),
	v.object({
		...of('draft'),
		decision: Decision,
		letter: LetterSchema,
		remark: v.optional(Text),
		/** Why the letter goes to the head although the check of the packet leaves something open. */
		reason: v.optional(Text)
	}),
	v.object({ ...of('sendBack'), text: Text }),
	v.object({ ...of('chooseDraft'), draft: FactIdSchema }),
	v.object({
		...of('sign'),
		/** The number on the signed paper itself. */
		paper: ResultNumber,
		/** Who signed it, where somebody else records it. */
		head: v.optional(StaffIdSchema),
		acting: v.optional(v.boolean()),
		/** Where the paper comes from when no print of its letter is recorded. */
		unprinted: v.optional(v.picklist(UNPRINTED)),
		reason: v.optional(Text)
	}),
	/** A decision made on paper: assignment, draft, signature and entry at once. */
	v.object({
		...of('noteResult'),
		decision: Decision,
		executor: StaffIdSchema,
		head: StaffIdSchema,
		acting: v.optional(v.boolean()),
		reason: v.optional(Text),
		ledgerNumber: Name,
		sheets: Sheets
	}),
	v.object({ ...of('record'), ledgerNumber: Name, sheets: Sheets }),
	v.object({ ...of('redirect'), toBody: OrgIdSchema, text: Text }),
	v.object({
		...of('print'),
		document: applicationFacts.printed.body.entries.document,
		reason: applicationFacts.printed.body.entries.reason.wrapped,
		signatory: v.optional(v.object({ staff: StaffIdSchema, acting: v.boolean() }))
	}),
	v.object(of('call')),
	v.object({
		...of('handOut'),
		withReceipt: v.boolean(),
		to: applicationFacts.handedOut.body.entries.to,
		sheets: Sheets,
		originals: v.object({ documents: Sheets, sheets: Sheets }),
		signedFor: v.boolean(),
		details: applicationFacts.handedOut.personal
	}),
	v.object({ ...of('lose'), paper: Paper, text: Text }),
	v.object({ ...of('find'), paper: Paper, text: Text }),
	v.object({
		...of('annul'),
		fact: FactIdSchema,
		reason: applicationFacts.annulled.body.entries.reason,
		text: Text
	})
]);
export type ApplicationAct = v.InferOutput<typeof ApplicationActSchema>;

/** Acts on a list: packets checked against their register, and results sent back in one. The server gives the number. */
const ListActSchema = v.variant('kind', [
	v.object({
		kind: v.literal('arrive'),
		/** Null: the register's paper is lost or torn. */
		register: v.nullable(RegisterNumber),
		rows: bounded(
			v.object({
				paper: ApplicationNumber,
				state: v.picklist(['received', 'missing', 'extra', 'damaged', 'carried'])
			}),
			MOST_ROWS
		),
		/** What there is to say of a paper that did not come as it should, by its number. */
		remarks: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(1000))), {})
	}),
	v.object({
		kind: v.literal('sendBackToCenter'),
		papers: bounded(ResultNumber, MOST_ROWS),
		toCenter: OrgIdSchema,
		courier: Name
	})
]);
export type ListAct = v.InferOutput<typeof ListActSchema>;

export const ActRequestSchema = v.object({
	/** In whose name, and in which of their roles. */
	actor: StaffIdSchema,
	role: v.picklist(EXCHANGE_ROLES),
	/** The act itself. */
	act: v.variant('kind', [...ApplicationActSchema.options, ...ListActSchema.options]),
	/** How far the client has read: where something newer concerns the papers of the act, it is not recorded. */
	after: v.optional(CursorTextSchema),
	/** The `version` of the application that the client has seen: where it is another now, the act is not recorded. */
	expected: v.optional(v.pipe(v.string(), v.maxLength(64)))
});
export type ActRequest = v.InferOutput<typeof ActRequestSchema>;

export const ActResponseSchema = v.object({
	/** What was recorded. */
	facts: v.array(ExchangeFactSchema),
	/** The number of the list, where the act made one. */
	number: v.optional(v.string())
});
export type ActResponse = v.InferOutput<typeof ActResponseSchema>;
