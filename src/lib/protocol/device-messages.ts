import * as v from 'valibot';
import { InstantSchema, JournalIdSchema, OrgIdSchema, RoleSchema } from '#lib/domain/fact/ids.ts';
import { SignatureSchema } from '#lib/domain/fact/device-key.ts';
import { KeyProofSchema } from './device-key.ts';
import { PlaceKindSchema, WindowNameSchema } from '#lib/domain/fact/registry-facts.ts';

/** Where a device stands. */
export const PlaceSchema = v.object({
	org: OrgIdSchema,
	// A body's own system is registered with its key, never enrolled: no session is asked of what it records.
	kind: v.pipe(
		PlaceKindSchema,
		v.check((kind) => kind !== 'exchange')
	),
	window: v.optional(WindowNameSchema)
});
export type Place = v.InferOutput<typeof PlaceSchema>;

/** Five digits of every number issued here; zero is none. */
const DeviceNumberSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99_999));

/** A journal that asks for its number. */
export const RegistrationSchema = v.object({
	journal: JournalIdSchema,
	place: PlaceSchema,
	/** The number this journal was given before; a server restored from an older copy gives it back if it is free. */
	had: v.optional(DeviceNumberSchema)
});
export type Registration = v.InferOutput<typeof RegistrationSchema>;

/** `POST /api/devices`, with a session. Asked once per journal; a lost answer is asked for again. */
export const DeviceRequestSchema = v.object({
	...RegistrationSchema.entries,
	/** Absent with a code, which names the place. */
	place: v.optional(PlaceSchema),
	/** An administrator's one-time code, as typed or scanned. */
	code: v.optional(v.pipe(v.string(), v.maxLength(64))),
	/** Absent where the browser has no keys: such a device sends, and reads nothing. */
	proof: v.optional(KeyProofSchema)
});
export type DeviceRequest = v.InferOutput<typeof DeviceRequestSchema>;

/** The token goes into `authorization: Device <token>` of every sync; the server keeps only its hash. */
export const DeviceResponseSchema = v.object({ number: DeviceNumberSchema, token: v.string(), place: PlaceSchema });

/** A place, or an administrator's one-time code, which names it. */
export type EnrolBy = { place: Place } | { code: string };

/**
 * `POST /api/devices/fork`, by a device that has a key: the new journal goes on where this store and the server agreed last in the one
 * before. `hash`: of the fact at `commonSeq`; empty at 0.
 */
export const ForkRequestSchema = v.object({
	continues: JournalIdSchema,
	commonSeq: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
	hash: v.pipe(v.string(), v.regex(/^([0-9a-f]{64})?$/)),
	journal: JournalIdSchema,
	signature: SignatureSchema
});
export type ForkRequest = v.InferOutput<typeof ForkRequestSchema>;

const TicketText = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/**
 * `POST /api/devices/ticket`, by a device that has a key. Asked twice: without `signed` for a challenge, then with a signature over it
 * and over the last ticket that this browser got; `last` is empty where it got none.
 */
export const TicketRequestSchema = v.object({
	signed: v.optional(
		v.object({ challenge: TicketText, last: v.union([TicketText, v.literal('')]), signature: SignatureSchema })
	)
});
export type TicketRequest = v.InferOutput<typeof TicketRequestSchema>;

/**
 * `turn` orders the tickets of one epoch. `copied`: an older ticket than the last two was shown; nobody reads by this key until somebody
 * signs in at that device.
 */
export const TicketResponseSchema = v.object({
	challenge: v.optional(v.string()),
	ticket: v.optional(v.object({ value: TicketText, turn: v.number(), epoch: v.string() })),
	copied: v.optional(v.literal(true))
});
export type TicketResponse = v.InferOutput<typeof TicketResponseSchema>;

/** `POST /api/devices/codes`, with an administrator's session: a code for one device at one place, for 15 minutes. */
export const DeviceCodeRequestSchema = v.object({ as: RoleSchema, place: PlaceSchema });
export const DeviceCodeResponseSchema = v.object({ code: v.string(), expiresAt: InstantSchema });
export type DeviceCodeResponse = v.InferOutput<typeof DeviceCodeResponseSchema>;
export type DeviceCodeRequest = v.InferOutput<typeof DeviceCodeRequestSchema>;
export type DeviceResponse = v.InferOutput<typeof DeviceResponseSchema>;
