import * as v from 'valibot';
import { NumberSchema } from './application-facts.ts';
import { bounded, MOST_ROWS, VersionSchema } from './bounds.ts';
import { FactIdSchema, OrgIdSchema } from './ids.ts';

/**
 * Why the server flags a fact: its actor had no right to it at that time · there was no open session of the actor at that device ·
 * nobody proved that the device wrote it.
 */
const FlagReasonSchema = v.picklist(['noRight', 'notAtDesk', 'unproven']);
export type FlagReason = v.InferOutput<typeof FlagReasonSchema>;

const TypeName = v.pipe(v.string(), v.maxLength(64));
const Text = v.pipe(v.string(), v.maxLength(4000));
const Tell = bounded(OrgIdSchema);

/**
 * `nth`: counts the server's words about this fact and reason; the highest one holds, whatever the order of arrival. `what`: the type of
 * the fact, by which the verdict joins the facts that are folded with it. `rows`: the papers of a list, so that the verdict reaches each
 * application that the list touches.
 */
const Verdict = v.object({
	fact: FactIdSchema,
	reason: FlagReasonSchema,
	nth: VersionSchema,
	what: TypeName,
	rows: v.optional(bounded(v.object({ paper: NumberSchema }), MOST_ROWS)),
	tell: Tell
});

/**
 * What the server says of facts that it received, and what a head says to that. Subject: that of the fact concerned. The first two are
 * written by the server alone.
 */
export const verdictFacts = {
	flagged: { body: Verdict, personal: null },
	/** A fact that came later made it rightful. */
	flagWithdrawn: { body: Verdict, personal: null },
	/** A head settles the flags of the fact in `on`: it counts, or it is left out. */
	flagSettled: {
		body: v.object({ counts: v.boolean(), what: TypeName, tell: v.optional(Tell) }),
		personal: v.object({ text: Text })
	}
} as const;

type VerdictType = keyof typeof verdictFacts;

/** Whether a fact of this type says something of another fact's right. */
export const isAboutRight = (type: string): type is VerdictType => Object.hasOwn(verdictFacts, type);

/** Whether only the server writes facts of this type, in a journal of its own that begins with each epoch. */
export const isVerdictType = (type: string): type is 'flagged' | 'flagWithdrawn' =>
	type === 'flagged' || type === 'flagWithdrawn';
