import * as v from 'valibot';
import { REFUSAL_CODES } from '#lib/domain/application/refusal.ts';
import { PASSWORD_REFUSALS } from '#lib/domain/org/new-password.ts';

/** What can go wrong in a request, one word each; screens choose their sentence in kk and ru by it. */
const PROBLEM_CODES = [
	'badRequest',
	'wrongCredentials',
	'notSignedIn',
	'unknownDevice',
	'notAllowed',
	'foreignOrigin',
	'wrongHost',
	'notFound',
	'methodNotAllowed',
	'notJson',
	'tooLarge',
	'tooSlow',
	'addressTooLong',
	'headersTooLarge',
	'rangeNotSatisfiable',
	'tooManyAttempts',
	'tooMany',
	'weakPassword',
	'noNumbersLeft',
	'codeNeeded',
	'wrongCode',
	'codeOfOther',
	'wrongProof',
	'staleChallenge',
	'serverFault',
	'unavailable',
	'noRoom',
	'refused'
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A refusal of the domain on the wire; its sentence is the screen's. */
export const RefusalSchema = v.object({
	code: v.picklist(REFUSAL_CODES),
	params: v.record(v.string(), v.union([v.string(), v.number()]))
});

/** `application/problem+json` of RFC 9457 with our own members `code`, `attemptsLeft`, `retryAfterSeconds` and `weakness`. */
export const ProblemSchema = v.object({
	type: v.string(),
	title: v.string(),
	status: v.pipe(v.number(), v.integer()),
	code: v.picklist(PROBLEM_CODES),
	detail: v.optional(v.string()),
	/** The number of a mistake of the server, under which its log has the whole of it. */
	instance: v.optional(v.string()),
	attemptsLeft: v.optional(v.pipe(v.number(), v.integer())),
	retryAfterSeconds: v.optional(v.pipe(v.number(), v.integer())),
	/** With `weakPassword`: why it will not do. */
	weakness: v.optional(v.picklist(PASSWORD_REFUSALS)),
	/** With `refused`: what the rules have against the act. */
	refusal: v.optional(RefusalSchema)
});
export type Problem = v.InferOutput<typeof ProblemSchema>;
