import * as v from 'valibot';
import { InstantSchema, OrgIdSchema, RoleSchema, StaffIdSchema } from '#lib/domain/fact/ids.ts';
import { PinVerifierSchema } from './pin.ts';

/** Digits only: a password typed into the wrong field is refused here and never reaches a log or a table. */
export const StaffNumberSchema = v.pipe(v.string(), v.regex(/^\d{3,12}$/));

export const PersonNameSchema = v.object({
	surname: v.string(),
	given: v.string(),
	/** Not everyone has one. */
	patronymic: v.optional(v.string())
});
export type PersonName = v.InferOutput<typeof PersonNameSchema>;

/** Somebody who signs in: who they are, what they may do, where. The first role is the usual one. */
export const PersonSchema = v.object({
	id: StaffIdSchema,
	number: StaffNumberSchema,
	name: PersonNameSchema,
	roles: v.pipe(v.array(RoleSchema), v.minLength(1)),
	org: OrgIdSchema,
	/** The window where they usually sit; a device may stand elsewhere. */
	window: v.nullable(v.string())
});
export type Person = v.InferOutput<typeof PersonSchema>;

/** `POST /api/session` */
export const SignInRequestSchema = v.object({
	number: StaffNumberSchema,
	password: v.pipe(v.string(), v.nonEmpty(), v.maxLength(256))
});
export type SignInRequest = v.InferOutput<typeof SignInRequestSchema>;

/** Answer of `POST` and `GET /api/session`; `GET` answers 401 when nobody is signed in. */
export const SessionResponseSchema = v.object({
	person: PersonSchema,
	/** Whether a PIN is set; without one the screen asks to choose it right after the first sign-in. */
	hasPin: v.boolean(),
	expiresAt: InstantSchema
});
export type SessionResponse = v.InferOutput<typeof SessionResponseSchema>;

/** `PUT /api/session/pin`: made on the device by `makePinVerifier`; the PIN itself never travels. */
export const PinRequestSchema = v.object({ verifier: PinVerifierSchema });
