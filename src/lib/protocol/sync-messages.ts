import * as v from 'valibot';
import { SignatureSchema } from '#lib/domain/fact/device-key.ts';
import { JournalIdSchema } from '#lib/domain/fact/ids.ts';

/** A device asks by it for an answer that is not packed. `Accept-Encoding` itself is the browser's to set (Fetch § 2.2.2). */
export const PLAIN_ANSWER_HEADER = 'x-plain-answer';

/** Raised when a message changes its meaning. A push is accepted from every version ever released. */
export const PROTOCOL_VERSION = 4;
export const MAX_PUSHED_FACTS = 500;
export const MAX_PULLED_FACTS = 1000;
/** Journals of which a request may show a signed place. */
const MAX_HEADS = 500;
/** Texts in quarantine that an answer lists; beyond them it only counts. */
export const MAX_LISTED_QUARANTINED = 100;

const Hash = v.pipe(v.string(), v.regex(/^([0-9a-f]{64})?$/));
const Seq = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A fact on the wire: its exact text, never a parsed object, or every hash would break. */
const WireFactSchema = v.object({
	text: v.pipe(v.string(), v.maxLength(256 * 1024)),
	personal: v.nullable(v.object({ salt: v.string(), text: v.string() }))
});
export type WireFact = v.InferOutput<typeof WireFactSchema>;

/** How far this store has read its org's stream; the hash proves that it is the same stream. */
const CursorSchema = v.object({ epoch: v.string(), position: Seq, hash: Hash });
export type Cursor = v.InferOutput<typeof CursorSchema>;

/** What a device tells of itself for the administrator's list. `clockOffsetMs`: server minus device; bytes of storage. */
const DeviceReportSchema = v.object({
	version: v.pipe(v.string(), v.maxLength(100)),
	clockOffsetMs: v.nullable(v.pipe(v.number(), v.safeInteger())),
	room: v.nullable(v.object({ used: Seq, quota: Seq }))
});
export type DeviceReport = v.InferOutput<typeof DeviceReportSchema>;

/**
 * A place in a journal, signed by its device's key (`push`): the last own fact of this request; where it has none, the acknowledged one.
 * The chain vouches for all before it.
 */
const SignedPlaceSchema = v.object({
	seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	signature: SignatureSchema
});
export type SignedPlace = v.InferOutput<typeof SignedPlaceSchema>;

/** The highest signed place of a journal. */
const SignedHeadSchema = v.object({ journal: JournalIdSchema, ...SignedPlaceSchema.entries });
export type SignedHead = v.InferOutput<typeof SignedHeadSchema>;

/**
 * Why an answer has nothing to read: the device has shown no key yet, has no ticket that counts now, or may be a copy. What it sent is
 * taken all the same.
 */
const WithheldSchema = v.picklist(['key', 'ticket', 'copied']);
export type Withheld = v.InferOutput<typeof WithheldSchema>;

export const SyncRequestSchema = v.object({
	protocol: v.pipe(v.number(), v.integer(), v.minValue(1)),
	journal: JournalIdSchema,
	/** The journal's own head: highest seq ever written here and its hash. */
	lastSeq: Seq,
	/** The seq up to which the server has acknowledged, and the hash of that fact here: another hash there means a fork. */
	ackedSeq: Seq,
	ackedHash: Hash,
	cursor: v.nullable(CursorSchema),
	/** Own facts with ascending, gapless seq after `ackedSeq`; other journals' facts only when the server asked for them (`wants`). */
	facts: v.pipe(v.array(WireFactSchema), v.maxLength(MAX_PUSHED_FACTS)),
	/** A wrong one is dropped: it must never hold up facts. */
	signed: v.fallback(v.optional(SignedPlaceSchema), undefined),
	/** With facts of other journals: the signed places of these that this store was sent. A wrong list is dropped. */
	heads: v.fallback(v.optional(v.pipe(v.array(SignedHeadSchema), v.maxLength(MAX_HEADS))), undefined),
	/** A wrong one is dropped: it must never hold up facts. */
	report: v.fallback(v.optional(DeviceReportSchema), undefined)
});
export type SyncRequest = v.InferOutput<typeof SyncRequestSchema>;

/** A fact that could not be parsed or authenticated. It is kept, and never blocks the facts after it. */
const QuarantinedSchema = v.object({ hash: v.string(), journal: v.string(), seq: Seq, reason: v.string() });
export type Quarantined = v.InferOutput<typeof QuarantinedSchema>;

export const SyncResponseSchema = v.object({
	epoch: v.string(),
	/** Highest contiguous seq that the server holds of this journal. */
	ackedSeq: Seq,
	/** The server holds a higher seq or another hash: seal the journal, open a new one, append again what the server lacks. */
	forked: v.optional(
		v.object({
			/** Up to here both are seen to hold the same; `heldIds` are the ids that the server holds of this journal after it. */
			agreedSeq: v.optional(Seq),
			heldIds: v.array(v.string())
		})
	),
	/** The first of those that are open. */
	quarantined: v.array(QuarantinedSchema),
	/** All of them; absent where the list is whole. */
	quarantinedCount: v.optional(Seq),
	facts: v.array(WireFactSchema),
	cursor: CursorSchema,
	more: v.boolean(),
	serverTime: v.number(),
	/** After a restore: what the server holds per journal, so that devices send again what is missing, others' facts included. */
	wants: v.optional(v.record(v.string(), Seq)),
	/** Version of what `GET /api/context` would answer: where it differs from the stored one, the device fetches it. */
	context: v.optional(v.string()),
	/** The administrator disconnected this device: what it sends is kept and acknowledged, and it reads nothing any more. */
	revoked: v.optional(v.literal(true)),
	withheld: v.optional(WithheldSchema),
	/** Of a device with a key: what is acknowledged does not all lie under a place that it signed. It signs the acknowledged one. */
	unproven: v.optional(v.literal(true)),
	/** Of the journals of the facts in this answer: kept, and handed on after a restore of the server. */
	heads: v.optional(v.array(SignedHeadSchema))
});
export type SyncResponse = v.InferOutput<typeof SyncResponseSchema>;
