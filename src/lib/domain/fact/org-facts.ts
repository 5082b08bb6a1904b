import * as v from 'valibot';
import { InstantSchema, JournalIdSchema, OrgIdSchema } from './ids';
import { NumberSchema } from './application-facts';

const Text = v.pipe(v.string(), v.maxLength(4000));
const SeqRange = v.object({
	journal: JournalIdSchema,
	from: v.pipe(v.number(), v.integer()),
	to: v.pipe(v.number(), v.integer())
});

/** Facts about an office itself, its day and its shelf. */
export const orgFacts = {
	dayClosed: { body: v.object({ date: v.string(), covers: v.array(SeqRange) }), personal: null },
	shiftHandedOver: { body: v.object({ covers: v.array(SeqRange) }), personal: null },
	discrepancySettled: {
		body: v.object({ way: v.picklist(['found', 'explained', 'matched', 'returned']) }),
		personal: v.object({ text: Text })
	},
	calendarChanged: { body: v.object({ date: v.string(), day: v.picklist(['dayOff', 'workingDay']) }), personal: null },
	/** A round of collection or a dispatch that did not take place at its time, with the reason. */
	slotMissed: {
		body: v.object({
			kind: v.picklist(['collect', 'dispatch']),
			date: v.string(),
			minutes: v.pipe(v.number(), v.integer())
		}),
		personal: v.object({ text: Text })
	},
	/** Corrects the legal time of facts of this journal, `from`…`to`, by `offsetMs`. */
	clockChecked: {
		body: v.object({ ...SeqRange.entries, offsetMs: v.pipe(v.number(), v.integer()), checkedAt: InstantSchema }),
		personal: null
	},
	/** Somebody came with an incomplete set: no number, no refusal, only a note and a list. */
	cameIncomplete: {
		body: v.object({ service: v.pipe(v.number(), v.integer()), missing: v.array(Text) }),
		personal: v.nullable(v.object({ name: v.optional(Text), phone: v.optional(Text) }))
	},
	/** Paper without a record, a record without paper, an unreadable label: it has an owner (the actor) and an age. */
	setAside: {
		body: v.object({
			why: v.picklist(['unreadable', 'noRecord', 'noPaper', 'other']),
			number: v.optional(NumberSchema),
			org: OrgIdSchema
		}),
		personal: v.object({ text: Text })
	}
} as const;
