import * as v from 'valibot';
import { applicationFacts, NumberSchema } from './application-facts.ts';
import { bounded, isPlainName, OffsetSchema, SeqSchema, ShortTextSchema } from './bounds.ts';
import {
	FactIdSchema,
	InstantSchema,
	type JournalId,
	JournalIdSchema,
	OrgIdSchema,
	RoleSchema,
	StaffIdSchema
} from './ids.ts';
import { orgFacts } from './org-facts.ts';
import { registerFacts } from './register-facts.ts';
import { registryFacts } from './registry-facts.ts';
import { verdictFacts } from './verdict-facts.ts';

/** Every type of fact with the shape of its body and of its personal part. */
export const factForms = {
	...applicationFacts,
	...registerFacts,
	...orgFacts,
	...registryFacts,
	...verdictFacts
} as const;

export type FactType = keyof typeof factForms;
export type BodyOf<T extends FactType> = v.InferOutput<(typeof factForms)[T]['body']>;
export type PersonalOf<T extends FactType> = (typeof factForms)[T]['personal'] extends v.GenericSchema
	? v.InferOutput<(typeof factForms)[T]['personal']>
	: null;

const SubjectSchema = v.variant('kind', [
	v.object({ kind: v.literal('application'), number: NumberSchema }),
	v.object({ kind: v.literal('register'), number: NumberSchema }),
	v.object({ kind: v.literal('org'), org: OrgIdSchema })
]);
type Subject = v.InferOutput<typeof SubjectSchema>;

/** The countersignature: a PIN on the same device, or a signature on the printed sheet. */
const CountersignSchema = v.object({ actor: StaffIdSchema, role: RoleSchema, by: v.picklist(['pin', 'sheet']) });
export type Countersign = v.InferOutput<typeof CountersignSchema>;

/** Fields of every fact; `body` is checked by the type's own form. */
export const EnvelopeSchema = v.object({
	v: v.literal(1),
	id: FactIdSchema,
	type: v.pipe(v.string(), v.maxLength(64)),
	journal: v.pipe(
		JournalIdSchema,
		v.check((journal: JournalId) => isPlainName(journal))
	),
	seq: SeqSchema,
	prev: v.pipe(v.string(), v.regex(/^([0-9a-f]{64})?$/)),
	subject: SubjectSchema,
	on: v.optional(bounded(FactIdSchema), []),
	replaces: v.optional(bounded(FactIdSchema), []),
	at: InstantSchema,
	occurredAt: v.optional(InstantSchema),
	clock: v.object({ offsetMs: v.nullable(OffsetSchema), ageMs: v.nullable(OffsetSchema) }),
	actor: StaffIdSchema,
	role: RoleSchema,
	org: OrgIdSchema,
	window: v.optional(ShortTextSchema),
	/** The `unlocked` with which the actor came to this device. Missing of older facts, and of whoever has no badge. */
	session: v.optional(FactIdSchema),
	countersigned: v.optional(CountersignSchema),
	personal: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
	body: v.record(v.string(), v.unknown())
});
export type Envelope = v.InferOutput<typeof EnvelopeSchema>;

/** A fact of a known type, parsed and checked. `details` is its personal part, null where purged or never sent. */
export type FactOf<T extends FactType> = Omit<Envelope, 'type' | 'body'> & {
	type: T;
	body: BodyOf<T>;
	details: PersonalOf<T> | null;
};
export type Fact = { [T in FactType]: FactOf<T> }[FactType];

/** A fact to record, before the journal gives it an id, a place and a time. */
export type FactDraft<T extends FactType = FactType> = {
	[K in T]: {
		/** Given in advance only where a fact of the same command acts on this one. */
		id?: Envelope['id'];
		type: K;
		subject: Subject;
		on?: Envelope['on'];
		replaces?: Envelope['replaces'];
		occurredAt?: number;
		countersigned?: Countersign;
		body: BodyOf<K>;
		details: PersonalOf<K> | null;
	};
}[T];
