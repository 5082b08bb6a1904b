import * as v from 'valibot';
import { InstantSchema, OrgIdSchema, RoleSchema, StaffIdSchema } from '#lib/domain/fact/ids.ts';
import { PersonNameSchema, StaffNumberSchema } from '#lib/domain/fact/registry-facts.ts';
import { NEW_PASSWORD } from '#lib/domain/org/new-password.ts';
import { StretchedPinSchema } from './badge-key.ts';
import { PinVerifierSchema } from './pin.ts';

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

const TypedPasswordSchema = v.pipe(v.string(), v.nonEmpty(), v.maxLength(NEW_PASSWORD.most * 2));
/** Wider than the rule, so that what is too long is told in its own sentence. */
export const NewPasswordSchema = v.pipe(v.string(), v.maxLength(NEW_PASSWORD.most * 16));

/** `POST /api/session` */
export const SignInRequestSchema = v.object({ number: StaffNumberSchema, password: TypedPasswordSchema });
export type SignInRequest = v.InferOutput<typeof SignInRequestSchema>;

/** Answer of `POST` and `GET /api/session`; `GET` answers 401 when nobody is signed in. */
export const SessionResponseSchema = v.object({
	person: PersonSchema,
	/** Whether a PIN is set; without one the screen asks to choose it right after the first sign-in. */
	hasPin: v.boolean(),
	/** Whether the PIN was chosen under an earlier rule, or before it could open a badge: a new one is asked for. */
	isPinOld: v.optional(v.boolean(), false),
	/** Whether this person may enrol a device without an administrator's code. */
	mayEnrol: v.optional(v.boolean(), true),
	expiresAt: InstantSchema,
	/** The person's key, PKCS #8 in base64, where the password was given a moment ago: it goes no further than the browser's memory. */
	key: v.optional(v.string())
});
export type SessionResponse = v.InferOutput<typeof SessionResponseSchema>;

/**
 * `GET /api/session/others`: since when the person of this browser's session is signed in elsewhere, the latest first; `DELETE` ends
 * those. `person`: a colleague may have signed in here, and somebody else unlocked the screen.
 */
export const OtherSessionsSchema = v.object({ person: StaffIdSchema, since: v.array(InstantSchema) });
export type OtherSessions = v.InferOutput<typeof OtherSessionsSchema>;

/** `PUT /api/session/pin`: made on the device by `makePinVerifier`; the PIN itself never travels. */
export const PinRequestSchema = v.object({
	verifier: PinVerifierSchema,
	/** Whose PIN it is: a colleague may have signed in meanwhile in another tab of the same browser. */
	person: v.optional(StaffIdSchema),
	/** The same PIN in the form that wraps the key of a badge; missing from an earlier program, whose PIN opens no badge. */
	stretched: v.optional(StretchedPinSchema)
});
export type PinRequest = v.InferOutput<typeof PinRequestSchema>;

/** `PUT /api/session/password`: the answer is a `SessionResponse`, of a new session. */
export const PasswordChangeSchema = v.object({ old: TypedPasswordSchema, password: NewPasswordSchema });
export type PasswordChange = v.InferOutput<typeof PasswordChangeSchema>;

/** `POST /api/session/code`: a forgotten password, with an administrator's one-time code. The answer is a `SessionResponse`. */
export const CodeRequestSchema = v.object({
	number: StaffNumberSchema,
	code: v.pipe(v.string(), v.nonEmpty(), v.maxLength(64)),
	password: NewPasswordSchema
});
export type CodeRequest = v.InferOutput<typeof CodeRequestSchema>;
