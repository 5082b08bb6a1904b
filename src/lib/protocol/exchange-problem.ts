import * as v from 'valibot';
import { REFUSAL_CODES } from '#lib/domain/application/refusal.ts';

/** What can go wrong in a request of a body's own system. */
export type ExchangeProblemCode =
	| 'badRequest'
	| 'invalidClient'
	| 'unsupportedGrant'
	| 'invalidToken'
	| 'notAllowed'
	| 'notFound'
	| 'stale'
	| 'keyReused'
	| 'notTaken'
	| 'tooMany'
	| 'refused';

/**
 * `application/problem+json` (RFC 9457): every request that is not served is answered by one. `detail` says what to do. Other codes may be
 * added: a client goes by the status where it knows no code.
 */
export const ExchangeProblemSchema = v.object({
	type: v.string(),
	title: v.string(),
	status: v.pipe(v.number(), v.integer()),
	code: v.string(),
	/** What is wrong and what to do. */
	detail: v.optional(v.string()),
	/** At the token endpoint: the code of RFC 6749, 5.2. */
	error: v.optional(v.string()),
	/** With `refused`: what the rules have against the act, and the sentence of the screen in both languages. */
	refusal: v.optional(
		v.object({
			code: v.picklist(REFUSAL_CODES),
			params: v.record(v.string(), v.union([v.string(), v.number()])),
			sentence: v.object({ kk: v.string(), ru: v.string() })
		})
	),
	retryAfterSeconds: v.optional(v.pipe(v.number(), v.integer())),
	/** The number of a mistake of the server, under which its log has the whole of it. */
	instance: v.optional(v.string())
});
export type ExchangeProblem = v.InferOutput<typeof ExchangeProblemSchema>;
