import * as v from 'valibot';
import { InstantSchema, OrgIdSchema } from '#lib/domain/fact/ids.ts';
import { BadgeIdSchema, OfficeHoursSchema, OrgKindSchema } from '#lib/domain/fact/registry-facts.ts';
import { WrappedKeySchema } from './badge-key.ts';
import { PinVerifierSchema } from './pin.ts';
import { PersonSchema } from './session-messages.ts';

const Minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440));
/** Times of a Center's rounds, minutes since midnight. */
export const SlotPlanSchema = v.object({ collect: v.array(Minutes), dispatch: v.array(Minutes) });

/** An org as its papers name it. `number` is its row in the directory of the resolution. */
const OrgEntrySchema = v.object({
	id: OrgIdSchema,
	kind: OrgKindSchema,
	number: v.pipe(v.number(), v.integer()),
	name: v.object({ kk: v.string(), ru: v.string() }),
	shortName: v.object({ kk: v.string(), ru: v.string() }),
	address: v.string(),
	phones: v.array(v.string())
});
export type OrgEntry = v.InferOutput<typeof OrgEntrySchema>;

/** The own org, with what only its own devices need. */
const OwnOrgSchema = v.object({
	...OrgEntrySchema.entries,
	windows: v.array(v.string()),
	hours: OfficeHoursSchema,
	slots: SlotPlanSchema
});
export type OwnOrg = v.InferOutput<typeof OwnOrgSchema>;

/** A colleague, with the PIN verifier that lets a device of the same org check a second hand offline. */
const ColleagueSchema = v.object({
	...PersonSchema.entries,
	pin: v.nullable(PinVerifierSchema),
	/** `wrapped`: the key that badge and PIN open together; null until a PIN is chosen that fits. Missing from an earlier server, and in what an earlier program stored. */
	badge: v.optional(v.nullable(v.object({ id: BadgeIdSchema, wrapped: v.nullable(WrappedKeySchema) })))
});
export type Colleague = v.InferOutput<typeof ColleagueSchema>;

/** `GET /api/context`, with a session or a device token: what a device of this org must know offline. */
export const ContextResponseSchema = v.object({
	org: OwnOrgSchema,
	people: v.array(ColleagueSchema),
	/** The other orgs that papers go to or come from. */
	counterparts: v.array(OrgEntrySchema),
	/** Somebody administers the authority: what binds all orgs is theirs. Missing from an earlier server. */
	hasAuthority: v.optional(v.boolean()),
	/** Of all this but the time; the answers of sync name it. Missing in what an earlier server answered. */
	version: v.optional(v.string()),
	serverTime: InstantSchema
});
export type ContextResponse = v.InferOutput<typeof ContextResponseSchema>;
