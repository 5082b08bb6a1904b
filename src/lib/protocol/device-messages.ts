import * as v from 'valibot';
import { JournalIdSchema, OrgIdSchema } from '#lib/domain/fact/ids.ts';
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

/** `POST /api/devices`, with a session. Asked once per journal; a lost answer is asked for again. */
export const DeviceRequestSchema = v.object({
	journal: JournalIdSchema,
	place: PlaceSchema,
	/** The number this journal was given before; a server restored from an older copy gives it back if it is free. */
	had: v.optional(DeviceNumberSchema)
});
export type DeviceRequest = v.InferOutput<typeof DeviceRequestSchema>;

/** The token goes into `authorization: Device <token>` of every sync; the server keeps only its hash. */
export const DeviceResponseSchema = v.object({ number: DeviceNumberSchema, token: v.string() });
export type DeviceResponse = v.InferOutput<typeof DeviceResponseSchema>;
