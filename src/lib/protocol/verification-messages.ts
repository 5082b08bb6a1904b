import * as v from 'valibot';
import { InstantSchema, RoleSchema } from '#lib/domain/fact/ids.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A place that does not fit. `key` tells the row, and whose it is: only the authority is told. */
const FindingSchema = v.object({
	table: v.string(),
	key: v.nullable(v.string()),
	column: v.optional(v.string()),
	what: v.string()
});

/** What the verifier counted and found in a whole database. */
export const VerificationResultSchema = v.object({
	facts: Count,
	journals: Count,
	streams: Count,
	found: Count,
	findings: v.array(FindingSchema)
});
export type VerificationResult = v.InferOutput<typeof VerificationResultSchema>;

/** `interrupted`: the server was stopped meanwhile. `failed`: the verifier itself came to no end. */
const OUTCOMES = ['running', 'proven', 'found', 'interrupted', 'failed'] as const;

const VerificationSchema = v.object({
	startedAt: InstantSchema,
	endedAt: v.nullable(InstantSchema),
	/** Null: the server by itself, at night. */
	startedBy: v.nullable(v.string()),
	outcome: v.picklist(OUTCOMES),
	result: v.nullable(VerificationResultSchema)
});
export type Verification = v.InferOutput<typeof VerificationSchema>;

/** `GET /api/verification`: the last runs, the newest first, and what nothing proves, by the reason. */
export const VerificationsSchema = v.object({
	runs: v.array(VerificationSchema),
	notProven: v.array(v.object({ reason: v.string(), names: v.array(v.string()) })),
	serverTime: InstantSchema
});
export type Verifications = v.InferOutput<typeof VerificationsSchema>;

/** `POST /api/verification`: begins a run, unless one is under way. */
export const VerificationRequestSchema = v.object({ as: RoleSchema });
export const VerificationStartedSchema = v.object({ started: v.boolean() });
