import * as v from 'valibot';
import { RoleSchema } from '#lib/domain/fact/ids.ts';
import { PersonNameSchema, StaffNumberSchema } from '#lib/domain/fact/registry-facts.ts';

/** `GET /api/demo`: sign-ins that the first page offers; an empty list where the demonstration is off. */
export const DemoResponseSchema = v.object({
	signIns: v.array(
		v.object({
			number: StaffNumberSchema,
			password: v.string(),
			pin: v.string(),
			name: PersonNameSchema,
			role: RoleSchema,
			org: v.object({ kk: v.string(), ru: v.string() }),
			window: v.nullable(v.string())
		})
	)
});
export type DemoResponse = v.InferOutput<typeof DemoResponseSchema>;
