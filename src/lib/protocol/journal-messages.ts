import * as v from 'valibot';
import {
	FactIdSchema,
	InstantSchema,
	JournalIdSchema,
	OrgIdSchema,
	RoleSchema,
	StaffIdSchema
} from '#lib/domain/fact/ids.ts';
import { verdictFacts } from '#lib/domain/fact/verdict-facts.ts';

/**
 * One fact as an auditor sees it in a list; its personal part never leaves the server this way. `device`: null where the server itself
 * wrote it, or where the device is not in the registry.
 */
const JournalEntrySchema = v.object({
	position: v.number(),
	id: FactIdSchema,
	type: v.string(),
	at: InstantSchema,
	receivedAt: InstantSchema,
	actor: StaffIdSchema,
	/** Number, and of people of the orgs that the asker sees the name. */
	actorName: v.nullable(v.string()),
	role: RoleSchema,
	org: OrgIdSchema,
	window: v.nullable(v.string()),
	device: v.nullable(v.number()),
	byServer: v.boolean(),
	applications: v.array(v.string()),
	/** The server has a flag against it. */
	flagged: v.boolean()
});
export type JournalEntry = v.InferOutput<typeof JournalEntrySchema>;

/** `GET /api/journal?org=&type=&actor=&device=&application=&from=&to=&before=`: facts of an org in the order of arrival, the newest first. */
export const JournalPageSchema = v.object({
	entries: v.array(JournalEntrySchema),
	/** Give it as `before` to read on; null at the end. A page may be empty and go on: only so many facts are looked through at once. */
	next: v.nullable(v.number()),
	/** Facts that the org has in all. */
	total: v.number()
});
export type JournalPage = v.InferOutput<typeof JournalPageSchema>;

const FlagReason = verdictFacts.flagged.body.entries.reason;

/** `GET /api/journal/fact?org=&id=`: one fact with all that is known of it. */
export const JournalFactSchema = v.object({
	entry: JournalEntrySchema,
	journal: JournalIdSchema,
	seq: v.number(),
	hash: v.string(),
	/** Its place is on the chain; false: another text is, or the chain has not come to it. */
	inChain: v.boolean(),
	/** A signature of the device's key stands at this place or above. */
	signed: v.boolean(),
	session: v.nullable(v.string()),
	personal: v.picklist(['none', 'kept', 'missing']),
	/** The exact text that was hashed; it holds no personal part. */
	text: v.string(),
	verdicts: v.array(v.object({ reason: FlagReason, stands: v.boolean() })),
	settled: v.array(v.object({ at: InstantSchema, actorName: v.nullable(v.string()), counts: v.boolean() }))
});
export type JournalFact = v.InferOutput<typeof JournalFactSchema>;

/**
 * `GET /api/journal/place?org=&journal=&seq=&hash=`: whether what a sheet prints of a journal's place is there. `journal`: the last
 * signs of its id. `other`: another text is there.
 */
export const JournalPlaceSchema = v.object({
	answer: v.picklist(['found', 'other', 'none']),
	/** When the fact there came; null where there is none. */
	receivedAt: v.nullable(InstantSchema),
	/** The hash that is there. */
	hash: v.nullable(v.string()),
	id: v.nullable(FactIdSchema),
	/** The last place of the journal that the server has. */
	highest: v.nullable(v.number())
});
export type JournalPlace = v.InferOutput<typeof JournalPlaceSchema>;
