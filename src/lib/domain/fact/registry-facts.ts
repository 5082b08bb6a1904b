import * as v from 'valibot';
import { DeviceKeySchema } from './device-key.ts';
import { bounded, DaySchema, MinutesSchema, ShortTextSchema, VersionSchema } from './bounds.ts';
import { FactIdSchema, InstantSchema, JournalIdSchema, OrgIdSchema, RoleSchema, StaffIdSchema } from './ids.ts';

/** Digits only: a password typed into the wrong field is refused here and never reaches a log or a table. */
export const StaffNumberSchema = v.pipe(v.string(), v.regex(/^\d{3,12}$/));
/** As it is written on the glass and printed on receipts. */
export const WindowNameSchema = v.pipe(v.string(), v.regex(/^[\p{L}\d-]{1,16}$/u));
export const PersonNameSchema = v.object({
	surname: v.pipe(v.string(), v.maxLength(100)),
	given: v.pipe(v.string(), v.maxLength(100)),
	/** Not everyone has one. */
	patronymic: v.optional(v.pipe(v.string(), v.maxLength(100)))
});
/**
 * Where a device stands: at a window of a Center, in its collection unit, in a body, in a control room, at the authority. `exchange`:
 * nowhere; it is a body's own system, whose journal the server keeps for it.
 */
export const PlaceKindSchema = v.picklist(['window', 'collection', 'body', 'control', 'authority', 'exchange']);
export type PlaceKind = v.InferOutput<typeof PlaceKindSchema>;
export const OrgKindSchema = v.picklist(['center', 'body', 'authority']);
export type OrgKind = v.InferOutput<typeof OrgKindSchema>;

/** Names a card without telling its secret: 128 bits of a hash, in hex (`number/badge`). */
export const BadgeIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
/** A public key of P-256 as SubjectPublicKeyInfo, base64url. */
const PublicKeySchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{100,200}$/));
const DeviceIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9:_-]{1,64}$/));
const DeviceNumberSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99_999));
const ProvenPlaceSchema = v.object({
	seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
});
const WeekdaySchema = v.picklist([1, 2, 3, 4, 5, 6, 7]);
const DayHours = {
	open: MinutesSchema,
	close: MinutesSchema,
	lunch: v.nullable(v.object({ from: MinutesSchema, to: MinutesSchema }))
};
/** Minutes since midnight; `short`: weekdays with hours of their own. */
export const OfficeHoursSchema = v.object({
	...DayHours,
	weekdays: bounded(WeekdaySchema, 7),
	short: v.optional(bounded(v.object({ weekday: WeekdaySchema, ...DayHours }), 7))
});

/**
 * The orgs that receive it besides the author's. Always the subject, and where due times depend on it the orgs of its district: an
 * org's fact is delivered to those that it names.
 */
const Tell = bounded(OrgIdSchema);
const Staff = { staff: StaffIdSchema, tell: Tell };
/** The other administrator of the authority who was there, where two are needed. */
const Second = { second: v.optional(StaffIdSchema) };
const Device = { device: DeviceIdSchema, tell: Tell };

/**
 * Who works where and may do what, how an office works, which devices it has. Written by the server in a journal of its own, on an
 * administrator's act; the subject is the org concerned.
 */
export const registryFacts = {
	/** An org of the directory takes part from now on. */
	orgOpened: { body: v.object({ kind: OrgKindSchema, tell: Tell }), personal: null },
	/** A person of the org; again for the same person: corrected, or come back. */
	personEntered: {
		body: v.object({ ...Staff, number: StaffNumberSchema, window: v.nullable(WindowNameSchema) }),
		personal: PersonNameSchema
	},
	personLeft: { body: v.object(Staff), personal: null },
	/** The server sealed what it seals with another secret, by the word of two, or of one alone at its terminal. */
	secretRotated: { body: v.object({ ...Second, alone: v.optional(v.literal(true)), tell: Tell }), personal: null },
	/** Two administrators of the authority agreed on a version: the actor, who brings it in, and `second`. `digest`: of its text. */
	importAgreed: {
		body: v.object({
			import: FactIdSchema,
			digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
			id: v.pipe(v.string(), v.maxLength(100)),
			version: VersionSchema,
			second: StaffIdSchema,
			tell: Tell
		}),
		personal: null
	},
	/** `since`: in force from an earlier time than the fact, for roles that were there before the registry. */
	roleGiven: { body: v.object({ ...Staff, role: RoleSchema, since: v.optional(InstantSchema) }), personal: null },
	roleEnded: { body: v.object({ ...Staff, role: RoleSchema }), personal: null },
	/** A password or PIN was made invalid; no secret is in it. A badge is made invalid by `badgeVoided` alone. */
	credentialsReset: {
		body: v.object({ ...Staff, ...Second, what: v.picklist(['password', 'pin', 'badge']) }),
		personal: null
	},
	/** A printed card by which somebody unlocks a device; the one before opens nothing any more. */
	badgeIssued: { body: v.object({ ...Staff, ...Second, badge: BadgeIdSchema }), personal: null },
	badgeVoided: {
		body: v.object({ ...Staff, badge: BadgeIdSchema, reason: v.optional(ShortTextSchema) }),
		personal: null
	},
	/** The key that proves what somebody signs from now on. It comes with a badge and ends with it. */
	personKeySet: { body: v.object({ ...Staff, key: PublicKeySchema }), personal: null },
	/** A window of a Center; `closed`: no longer used. */
	windowSet: {
		body: v.object({ window: WindowNameSchema, closed: v.optional(v.literal(true)), tell: Tell }),
		personal: null
	},
	/** Office hours from a day on. Due times depend on them. */
	hoursSet: { body: v.object({ from: DaySchema, hours: OfficeHoursSchema, tell: Tell }), personal: null },
	/** Times of a Center's rounds from a day on, minutes since midnight. Due times depend on them. */
	roundsSet: {
		body: v.object({
			from: DaySchema,
			collect: bounded(MinutesSchema, 24),
			dispatch: bounded(MinutesSchema, 24),
			tell: Tell
		}),
		personal: null
	},
	/** Expected minutes on the way from the org to another. An expectation, not a term of the law. */
	transitExpected: {
		body: v.object({
			to: OrgIdSchema,
			minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30 * 24 * 60)),
			tell: Tell
		}),
		personal: null
	},
	/** A device of the org with its number and the journal that it writes. */
	deviceEnrolled: {
		body: v.object({
			...Device,
			number: DeviceNumberSchema,
			journal: JournalIdSchema,
			place: PlaceKindSchema,
			window: v.optional(WindowNameSchema),
			since: v.optional(InstantSchema),
			/** Absent: enrolled before devices had keys, or where a browser gives none. */
			key: v.optional(DeviceKeySchema)
		}),
		personal: null
	},
	/** The device signs by this key from now on: its first one, or another one by an administrator's word. */
	deviceKeySet: { body: v.object({ ...Device, key: DeviceKeySchema }), personal: null },
	deviceMoved: {
		body: v.object({ ...Device, place: PlaceKindSchema, window: v.optional(WindowNameSchema) }),
		personal: null
	},
	/**
	 * It may no longer read; what it still sends is kept. `proven`: the highest place of its journal that its key had signed by then; beyond
	 * it the key proves nothing.
	 */
	deviceRevoked: {
		body: v.object({ ...Device, reason: v.optional(ShortTextSchema), proven: v.optional(ProvenPlaceSchema) }),
		personal: null
	}
} as const;

/** Whether a fact of this type belongs to the registry. */
export const isRegistryType = (type: string): type is keyof typeof registryFacts => Object.hasOwn(registryFacts, type);
