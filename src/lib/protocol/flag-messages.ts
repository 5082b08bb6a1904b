import * as v from 'valibot';
import { FactIdSchema, InstantSchema } from '#lib/domain/fact/ids.ts';
import { verdictFacts } from '#lib/domain/fact/verdict-facts.ts';

/** Law that the server flagged and nobody settled. `text`: the fact as it was written; a day's or a regulation's has no personal part. */
const FlaggedLawSchema = v.object({
	text: v.string(),
	actorName: v.nullable(v.string()),
	reasons: v.array(verdictFacts.flagged.body.entries.reason),
	/** The verdict that stands, and when the server gave it. */
	by: FactIdSchema,
	at: InstantSchema
});
export type FlaggedLaw = v.InferOutput<typeof FlaggedLawSchema>;

/** `GET /api/flags`: flagged law of all orgs, the oldest first. */
export const FlaggedLawsSchema = v.object({
	flags: v.array(FlaggedLawSchema),
	more: v.boolean(),
	serverTime: InstantSchema
});
export type FlaggedLaws = v.InferOutput<typeof FlaggedLawsSchema>;
