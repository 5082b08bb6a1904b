import * as v from 'valibot';
import { FactIdSchema, OrgIdSchema } from '#lib/domain/fact/ids.ts';
import { NewPasswordSchema } from './session-messages.ts';

const Typed = v.pipe(v.string(), v.maxLength(1000));

/**
 * `POST /api/first-start`: the authority, its administrator, the first Center and its first window, by whoever holds the link that the
 * terminal printed. The answer is a `SessionResponse`, or what the registry refuses (`problem` with its code).
 */
export const FirstStartRequestSchema = v.object({
	/** Made once by the screen: asked again with it, nothing is done twice. */
	id: FactIdSchema,
	/** From the link. */
	token: v.pipe(v.string(), v.maxLength(64)),
	number: Typed,
	name: v.object({ surname: Typed, given: Typed, patronymic: Typed }),
	password: NewPasswordSchema,
	center: OrgIdSchema,
	window: Typed
});
export type FirstStartRequest = v.InferOutput<typeof FirstStartRequestSchema>;
