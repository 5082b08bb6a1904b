import * as v from 'valibot';
import { InstantSchema, OrgIdSchema, RoleSchema, StaffIdSchema } from '#lib/domain/fact/ids.ts';
import { ShortTextSchema } from '#lib/domain/fact/bounds.ts';

/** What a body's own system may act as. */
export const EXCHANGE_ROLES = ['chancery', 'head', 'executor'] as const;
const ExchangeRoleSchema = v.picklist(EXCHANGE_ROLES);
export type ExchangeRole = v.InferOutput<typeof ExchangeRoleSchema>;

const Coordinate = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** A public key of ES256. With a private half it is refused before it is kept anywhere. */
export const PublicJwkSchema = v.strictObject({
	kty: v.literal('EC'),
	crv: v.literal('P-256'),
	x: Coordinate,
	y: Coordinate,
	kid: v.optional(ShortTextSchema),
	alg: v.optional(v.literal('ES256')),
	use: v.optional(v.literal('sig')),
	key_ops: v.optional(v.array(ShortTextSchema)),
	ext: v.optional(v.boolean())
});
export type PublicJwk = v.InferOutput<typeof PublicJwkSchema>;

const MOST_PEOPLE = 200;

/** `POST /api/exchange-clients`, with a session. */
export const ExchangeClientRequestSchema = v.object({
	/** The role that the administrator acts in. */
	as: RoleSchema,
	org: OrgIdSchema,
	/** What the list calls the system. */
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
	/** Read in its own form, so that a wrong one has a sentence of its own. */
	key: v.record(v.string(), v.unknown()),
	roles: v.pipe(v.array(ExchangeRoleSchema), v.minLength(1)),
	/** In whose names it acts. */
	people: v.pipe(v.array(StaffIdSchema), v.minLength(1), v.maxLength(MOST_PEOPLE))
});
export type ExchangeClientRequest = v.InferOutput<typeof ExchangeClientRequestSchema>;

/** `DELETE /api/exchange-clients`, with a session. */
export const ExchangeRevocationSchema = v.object({
	as: RoleSchema,
	client: v.pipe(v.string(), v.maxLength(64)),
	reason: v.pipe(v.string(), v.maxLength(1000))
});

/** A system as the administration lists it. `id`: `iss` and `sub` of its assertions; `device`: whose journal the server keeps for it. */
const ExchangeClientEntrySchema = v.object({
	id: v.string(),
	org: OrgIdSchema,
	name: v.string(),
	device: v.string(),
	number: v.number(),
	roles: v.array(ExchangeRoleSchema),
	people: v.array(StaffIdSchema),
	registeredBy: StaffIdSchema,
	registeredAt: InstantSchema,
	revokedAt: v.nullable(InstantSchema)
});
export type ExchangeClientEntry = v.InferOutput<typeof ExchangeClientEntrySchema>;

export const ExchangeClientsSchema = v.object({ clients: v.array(ExchangeClientEntrySchema) });
export type ExchangeClients = v.InferOutput<typeof ExchangeClientsSchema>;
export const ExchangeClientAnswerSchema = v.object({ client: ExchangeClientEntrySchema });
