import * as v from 'valibot';
import {
	AmountSchema as Count,
	bounded,
	DaySchema,
	MinutesSchema,
	MOST_OF_REGULATION,
	OffsetSchema,
	SeqEdgeSchema,
	ShortTextSchema,
	VersionSchema
} from './bounds.ts';
import { FactIdSchema, InstantSchema, JournalIdSchema, OrgIdSchema, StaffIdSchema } from './ids.ts';
import { NumberSchema } from './application-facts.ts';

const Text = v.pipe(v.string(), v.maxLength(4000));
/** Orgs that have to know it besides the one that says it: a date or a law must be the same for both ends of a way. */
const Tell = v.optional(bounded(OrgIdSchema));
const SeqRange = v.object({
	journal: JournalIdSchema,
	from: SeqEdgeSchema,
	to: SeqEdgeSchema
});

/** What a closing sheet tells and nothing else keeps: what was still open, and the devices of which nothing had come since a time. */
const SheetParts = {
	open: v.optional(v.object({ parked: Count, discrepancies: Count })),
	silent: v.optional(
		bounded(v.object({ journal: JournalIdSchema, seq: SeqEdgeSchema, actor: StaffIdSchema, at: InstantSchema }))
	)
};

/** Facts about an office itself, its day and its shelf. */
export const orgFacts = {
	/**
	 * The working day of an org is closed: which places of which journals the closing has seen, and the two balances as they stood.
	 * What comes later for the day stands on the next sheet as late.
	 */
	dayClosed: {
		body: v.object({
			date: DaySchema,
			covers: bounded(SeqRange),
			balance: v.optional(v.record(ShortTextSchema, Count)),
			...SheetParts
		}),
		personal: v.nullable(v.object({ text: v.optional(Text), keptAt: v.optional(Text) }))
	},
	/** A shift at one device: the same balances, for its own journal. */
	shiftHandedOver: {
		body: v.object({
			covers: bounded(SeqRange),
			date: v.optional(DaySchema),
			window: v.optional(ShortTextSchema),
			balance: v.optional(v.record(ShortTextSchema, Count)),
			...SheetParts
		}),
		personal: v.nullable(v.object({ text: v.optional(Text), keptAt: v.optional(Text) }))
	},
	/** Settles something of the tray (subject: the org) or what does not add up in an application (subject: it, `anomaly`: what). */
	discrepancySettled: {
		body: v.object({
			way: v.picklist(['found', 'explained', 'matched', 'returned']),
			anomaly: v.optional(ShortTextSchema)
		}),
		personal: v.object({ text: Text })
	},
	/** An administrator's word on one day; `undo`: the dated data hold again. The later word of an org on a day holds. */
	calendarChanged: {
		body: v.object({
			date: DaySchema,
			day: v.picklist(['dayOff', 'workingDay']),
			undo: v.optional(v.literal(true)),
			reason: v.optional(Text),
			tell: Tell
		}),
		personal: null
	},
	/** A new version of a regulation, whole, as the JSON that was imported. Applications keep the version they began under. */
	regulationImported: {
		body: v.object({
			id: v.pipe(v.string(), v.maxLength(100)),
			version: VersionSchema,
			text: v.pipe(v.string(), v.maxLength(MOST_OF_REGULATION)),
			tell: Tell
		}),
		personal: null
	},
	/** Somebody acts in another's place between two dates (м.а. · и.о., or cover for a sole clerk), ends included. */
	actingAppointed: {
		body: v.object({
			staff: StaffIdSchema,
			role: v.picklist(['head', 'chancery', 'centerHead']),
			insteadOf: v.nullable(StaffIdSchema),
			from: DaySchema,
			to: DaySchema
		}),
		personal: v.nullable(v.object({ text: Text }))
	},
	/** Days on which somebody is not at work, ends included. */
	absenceNoted: {
		body: v.object({ staff: StaffIdSchema, from: DaySchema, to: DaySchema }),
		personal: v.nullable(v.object({ text: Text }))
	},
	/** What an executor examines: services by the regulation's id, and the area in words. The later word on a person holds. */
	areaGiven: {
		body: v.object({
			staff: StaffIdSchema,
			services: bounded(ShortTextSchema),
			area: v.pipe(v.string(), v.maxLength(300))
		}),
		personal: null
	},
	/** Takes back an appointment, an absence or an area that stands in `on`. */
	staffingRevoked: { body: v.object({ what: bounded(FactIdSchema) }), personal: null },
	/** A round of collection or a dispatch that did not take place at its time, with the reason. */
	slotMissed: {
		body: v.object({
			kind: v.picklist(['collect', 'dispatch']),
			date: DaySchema,
			minutes: MinutesSchema
		}),
		personal: v.object({ text: Text })
	},
	/**
	 * Corrects the legal time of facts of this journal, `from`…`to`, by `offsetMs`. `allowed`: a head lets the intake go on by a clock
	 * that showed `shown` although the device had written something at `latest`; that moves no time, so its range is empty.
	 */
	clockChecked: {
		body: v.object({
			...SeqRange.entries,
			offsetMs: OffsetSchema,
			checkedAt: InstantSchema,
			allowed: v.optional(v.object({ shown: InstantSchema, latest: InstantSchema }))
		}),
		personal: null
	},
	/** Somebody came with an incomplete set: no number, no refusal, only a note and a list. */
	cameIncomplete: {
		body: v.object({ service: Count, missing: bounded(Text) }),
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
