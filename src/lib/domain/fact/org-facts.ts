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
/** Orgs that must receive it besides the author: a date or a law must be the same for both parties. */
const Tell = v.optional(bounded(OrgIdSchema));
const SeqRange = v.object({
	journal: JournalIdSchema,
	from: SeqEdgeSchema,
	to: SeqEdgeSchema
});

/** ECDSA of P-256, base64url: 86 signs. */
const SignatureSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{64,128}$/));

/** Parts of a closing sheet stored nowhere else: what was still open, and the devices without contact since a time. */
const SheetParts = {
	open: v.optional(v.object({ parked: Count, discrepancies: Count })),
	silent: v.optional(
		bounded(v.object({ journal: JournalIdSchema, seq: SeqEdgeSchema, actor: StaffIdSchema, at: InstantSchema }))
	)
};

/** Facts about an office itself, its day and its shelf. */
export const orgFacts = {
	/**
	 * The working day of an org is closed: the covered places of each journal, and the two balances. Later records of the day are
	 * on the next sheet as late.
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
	/** Settles a paper of the tray (subject: the org) or a discrepancy of an application (subject: it, `anomaly`: the kind). */
	discrepancySettled: {
		body: v.object({
			way: v.picklist(['found', 'explained', 'matched', 'returned']),
			anomaly: v.optional(ShortTextSchema)
		}),
		personal: v.object({ text: Text })
	},
	/**
	 * An administrator's override of one day; `undo`: the dated data are in force again. The latest override of a day by an org
	 * counts.
	 */
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
	/**
	 * A new version of a regulation, complete, as the imported JSON. Applications keep the version they were accepted under. `second`: the
	 * other administrator of the authority (`importAgreed`); `alone`: the authority had no other one.
	 */
	regulationImported: {
		body: v.object({
			id: v.pipe(v.string(), v.maxLength(100)),
			version: VersionSchema,
			text: v.pipe(v.string(), v.maxLength(MOST_OF_REGULATION)),
			second: v.optional(StaffIdSchema),
			alone: v.optional(v.literal(true)),
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
	/** What an executor examines: services by the regulation's id, and the area as text. The latest fact on a person counts. */
	areaGiven: {
		body: v.object({
			staff: StaffIdSchema,
			services: bounded(ShortTextSchema),
			area: v.pipe(v.string(), v.maxLength(300))
		}),
		personal: null
	},
	/** Revokes the appointments, absences or areas in `what`. */
	staffingRevoked: { body: v.object({ what: bounded(FactIdSchema) }), personal: null },
	/** A collection round or a dispatch that did not take place at its time, with the reason. */
	slotMissed: {
		body: v.object({
			kind: v.picklist(['collect', 'dispatch']),
			date: DaySchema,
			minutes: MinutesSchema
		}),
		personal: v.object({ text: Text })
	},
	/**
	 * Corrects the legal time of facts of this journal, `from`…`to`, by `offsetMs`. `allowed`: a head allows intake with a clock at
	 * `shown` although the device had written a fact at `latest`; that corrects no time, so its range is empty.
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
	/**
	 * Somebody came to this device with their key: the session of this fact's id. `device`: its journal then, whatever journal the fact
	 * is in after a fork; `known`: the last fact of the registry that the device had. Signed is `sessionText`.
	 */
	unlocked: {
		body: v.object({
			device: JournalIdSchema,
			known: v.optional(v.object({ journal: JournalIdSchema, seq: SeqEdgeSchema })),
			signature: SignatureSchema
		}),
		personal: null
	},
	/** They left it: the session is over. */
	locked: { body: v.object({ session: FactIdSchema }), personal: null },
	/**
	 * What lies from one place of a device's journal to another under their number outside of any session was theirs (`own`), or it was
	 * not. `count`: how many records they were shown.
	 */
	vouched: {
		body: v.object({
			device: JournalIdSchema,
			from: SeqEdgeSchema,
			to: SeqEdgeSchema,
			count: Count,
			own: v.boolean()
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
