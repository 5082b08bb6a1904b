import * as v from 'valibot';
import { InstantSchema, JournalIdSchema, OrgIdSchema, RoleSchema } from '#lib/domain/fact/ids.ts';
import { PlaceKindSchema, WindowNameSchema } from '#lib/domain/fact/registry-facts.ts';

/** Where a device stands. */
export const PlaceSchema = v.object({
	org: OrgIdSchema,
	kind: PlaceKindSchema,
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
	code: v.optional(v.pipe(v.string(), v.maxLength(64)))
});
export type DeviceRequest = v.InferOutput<typeof DeviceRequestSchema>;

/** The token goes into `authorization: Device <token>` of every sync; the server keeps only its hash. */
export const DeviceResponseSchema = v.object({ number: DeviceNumberSchema, token: v.string(), place: PlaceSchema });

/** A place, or an administrator's one-time code, which names it. */
export type EnrolBy = { place: Place } | { code: string };

/** `POST /api/devices/codes`, with an administrator's session: a code for one device at one place, for 15 minutes. */
export const DeviceCodeRequestSchema = v.object({ as: RoleSchema, place: PlaceSchema });
export const DeviceCodeResponseSchema = v.object({ code: v.string(), expiresAt: InstantSchema });
export type DeviceCodeResponse = v.InferOutput<typeof DeviceCodeResponseSchema>;
export type DeviceCodeRequest = v.InferOutput<typeof DeviceCodeRequestSchema>;
export type DeviceResponse = v.InferOutput<typeof DeviceResponseSchema>;
