import * as v from 'valibot';
import { VersionSchema } from '#lib/domain/fact/bounds.ts';
import {
	FactIdSchema,
	InstantSchema,
	OrgIdSchema,
	RoleSchema,
	type StaffId,
	StaffIdSchema
} from '#lib/domain/fact/ids.ts';
import {
	OfficeHoursSchema,
	OrgKindSchema,
	PersonNameSchema,
	PlaceKindSchema,
	StaffNumberSchema
} from '#lib/domain/fact/registry-facts.ts';
import { type RegistryCommand } from '#lib/domain/registry/registry-command.ts';
import { RefusalSchema } from './problem.ts';
import { SignInRequestSchema } from './session-messages.ts';

/** As typed: what is wrong with it is for `decideRegistry` to say, in a sentence. */
const Typed = v.pipe(v.string(), v.maxLength(1000));
const Window = v.nullable(Typed);
const Roles = v.pipe(v.array(RoleSchema), v.maxLength(20));
const Times = v.pipe(v.array(v.number()), v.maxLength(48));
const TypedName = v.object({ surname: Typed, given: Typed, patronymic: Typed });
const DeviceId = v.pipe(v.string(), v.maxLength(64));
const Place = { place: PlaceKindSchema, window: Window };

/**
 * Everything that a screen may ask; a device's number and key have ways of their own: the server gives the one, the device shows the
 * other. The secrets of a badge are the server's to make.
 */
export type AskedCommand =
	| Exclude<RegistryCommand, { kind: 'enrolDevice' | 'setDeviceKey' | 'issueBadge' | 'rotateSecret' }>
	| { kind: 'issueBadge'; staff: StaffId; second?: StaffId };
const of = <Kind extends AskedCommand['kind']>(kind: Kind) => ({ kind: v.literal(kind) });

const CommandSchema = v.variant('kind', [
	v.object({ ...of('openOrg'), org: OrgIdSchema }),
	v.object({
		...of('enterPerson'),
		org: OrgIdSchema,
		number: Typed,
		name: TypedName,
		roles: Roles,
		window: Window
	}),
	v.object({ ...of('correctPerson'), staff: StaffIdSchema, number: Typed, name: TypedName, window: Window }),
	v.object({ ...of('placePerson'), staff: StaffIdSchema, org: OrgIdSchema, roles: Roles, window: Window }),
	v.object({ ...of('giveRole'), staff: StaffIdSchema, role: RoleSchema }),
	v.object({ ...of('endRole'), staff: StaffIdSchema, role: RoleSchema }),
	v.object({ ...of('leave'), staff: StaffIdSchema }),
	v.object({ ...of('resetCredentials'), staff: StaffIdSchema, what: v.picklist(['password', 'pin']) }),
	v.object({
		...of('agreeImport'),
		import: FactIdSchema,
		digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
		id: v.pipe(v.string(), v.maxLength(100)),
		version: VersionSchema
	}),
	v.object({ ...of('issueBadge'), staff: StaffIdSchema }),
	v.object({ ...of('voidBadge'), staff: StaffIdSchema, reason: Typed }),
	v.object({ ...of('setWindow'), org: OrgIdSchema, window: Typed, closed: v.boolean() }),
	v.object({ ...of('setHours'), org: OrgIdSchema, from: Typed, hours: OfficeHoursSchema }),
	v.object({ ...of('setRounds'), org: OrgIdSchema, from: Typed, collect: Times, dispatch: Times }),
	v.object({ ...of('expectTransit'), org: OrgIdSchema, to: OrgIdSchema, minutes: v.number() }),
	v.object({ ...of('moveDevice'), device: DeviceId, ...Place }),
	v.object({ ...of('revokeDevice'), device: DeviceId, reason: Typed })
]) satisfies v.GenericSchema<unknown, AskedCommand>;

/** Commands of one request: a list of a whole Center's people. */
const MOST_REGISTRY_COMMANDS = 500;

/** `POST /api/registry`, with a session. All commands are recorded, or none. */
export const RegistryRequestSchema = v.object({
	/** Made once by the screen: asked again with it, the act is answered and not done twice. */
	id: FactIdSchema,
	/** The role that the person acts in. */
	as: RoleSchema,
	commands: v.pipe(v.array(CommandSchema), v.minLength(1), v.maxLength(MOST_REGISTRY_COMMANDS)),
	/** Another administrator of the authority, where two are needed: proven with number and password, like a sign-in. */
	second: v.optional(SignInRequestSchema),
	/** Judged, and nothing recorded. */
	preview: v.optional(v.literal(true))
});
export type RegistryRequest = v.InferOutput<typeof RegistryRequestSchema>;

/**
 * A refusal names the command by its place. `codes`: one-time codes for first sign-ins; `badges`: what the QR of a card says, to be
 * printed. Both are told once.
 */
export const RegistryResponseSchema = v.variant('ok', [
	v.object({
		ok: v.literal(true),
		codes: v.array(v.object({ staff: StaffIdSchema, number: StaffNumberSchema, code: v.string() })),
		badges: v.optional(v.array(v.object({ staff: StaffIdSchema, digits: v.string() })), [])
	}),
	v.object({
		ok: v.literal(false),
		refused: v.array(v.object({ place: v.number(), ...RefusalSchema.entries }))
	})
]);
export type RegistryResponse = v.InferOutput<typeof RegistryResponseSchema>;

const PersonEntrySchema = v.object({
	id: StaffIdSchema,
	number: StaffNumberSchema,
	name: v.nullable(PersonNameSchema),
	org: OrgIdSchema,
	window: v.nullable(v.string()),
	roles: v.array(RoleSchema),
	leftAt: v.nullable(InstantSchema),
	/** Whether they can sign in: a password was chosen, a PIN was set. */
	hasPassword: v.boolean(),
	hasPin: v.boolean(),
	/** `unready`: its PIN must be chosen anew before the badge opens anything. */
	badge: v.optional(v.picklist(['none', 'ready', 'unready']), 'none')
});
export type PersonEntry = v.InferOutput<typeof PersonEntrySchema>;

/** What a device last reported; null where it never did, or its program is older. */
const DeviceEntrySchema = v.object({
	id: v.string(),
	number: v.number(),
	org: OrgIdSchema,
	place: PlaceKindSchema,
	window: v.nullable(v.string()),
	enrolledAt: InstantSchema,
	revokedAt: v.nullable(InstantSchema),
	/** Since when it may be a copy: nobody reads by its key until somebody signs in at it. Null: it is not. */
	copiedAt: v.nullable(InstantSchema),
	seenAt: v.nullable(InstantSchema),
	/** Facts that it had not sent when it was last seen. */
	waiting: v.nullable(v.number()),
	version: v.nullable(v.string()),
	clockOffsetMs: v.nullable(v.number()),
	/** Bytes of the browser's store. */
	room: v.nullable(v.object({ used: v.number(), quota: v.number() }))
});
export type DeviceEntry = v.InferOutput<typeof DeviceEntrySchema>;

const RoundsSchema = v.object({ collect: v.array(v.number()), dispatch: v.array(v.number()) });

/** An org as the administration sees it. `from`: since when its hours or rounds are in force; null: as in the directory. */
const ManagedOrgSchema = v.object({
	id: OrgIdSchema,
	kind: OrgKindSchema,
	name: v.object({ kk: v.string(), ru: v.string() }),
	shortName: v.object({ kk: v.string(), ru: v.string() }),
	/** False: in the directory, and takes no part yet. */
	isOpen: v.boolean(),
	windows: v.array(v.string()),
	hours: v.object({ from: v.nullable(v.string()), value: OfficeHoursSchema }),
	rounds: v.nullable(v.object({ from: v.nullable(v.string()), value: RoundsSchema })),
	transits: v.array(v.object({ to: OrgIdSchema, minutes: v.number() })),
	people: v.number(),
	devices: v.number()
});
export type ManagedOrg = v.InferOutput<typeof ManagedOrgSchema>;

/** `GET /api/registry?org=`, with a session: what the asker administers or audits; people and devices of the org asked for. */
export const RegistryViewSchema = v.object({
	orgs: v.array(ManagedOrgSchema),
	org: OrgIdSchema,
	people: v.array(PersonEntrySchema),
	devices: v.array(DeviceEntrySchema),
	/** What the last whole run of the verifier found that does not fit; told to the authority. */
	fault: v.optional(v.object({ at: InstantSchema, found: v.number() })),
	serverTime: InstantSchema
});
export type RegistryView = v.InferOutput<typeof RegistryViewSchema>;

const AuditEntrySchema = v.object({
	id: FactIdSchema,
	type: v.string(),
	at: InstantSchema,
	actor: StaffIdSchema,
	/** Number and name of the actor and of whom it is about, where they are known here. */
	actorName: v.nullable(v.string()),
	/** The second administrator, of an act that two did. */
	secondName: v.optional(v.nullable(v.string())),
	role: RoleSchema,
	org: OrgIdSchema,
	about: v.nullable(v.string()),
	body: v.record(v.string(), v.unknown())
});
export type AuditEntry = v.InferOutput<typeof AuditEntrySchema>;

/** `GET /api/registry/audit?org=&type=&actor=&from=&to=&before=`: the newest first, a page at a time. */
export const AuditResponseSchema = v.object({
	entries: v.array(AuditEntrySchema),
	/** Give it as `before` to read on; null at the end. */
	next: v.nullable(v.number())
});
export type AuditResponse = v.InferOutput<typeof AuditResponseSchema>;
