import * as v from 'valibot';
import { DUE_STATES } from '#lib/domain/control/due-state.ts';
import { type Picture } from '#lib/domain/control/picture.ts';
import { InstantSchema, OrgIdSchema, StaffIdSchema } from '#lib/domain/fact/ids.ts';
import { STEP_FACTS, UNIT_CODES } from '#lib/domain/regulation/vocabulary.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Rows that do not have the form of this report: they are counted and the others shown. Absent from an older server. */
const Unreadable = v.optional(Count, 0);
const CountsSchema = v.object({
	overdue: Count,
	risk: Count,
	inTime: Count,
	unlimited: Count,
	waiting: Count,
	total: Count
});
const BarsSchema = v.array(v.object({ key: v.string(), counts: CountsSchema }));

/** Counts of an org's applications in work, as its control room draws them. */
const PictureSchema = v.object({
	total: CountsSchema,
	bars: v.object({ step: BarsSchema, person: BarsSchema, service: BarsSchema, center: BarsSchema })
}) satisfies v.GenericSchema<Picture>;

/** What every list shows of an application: no IIN, no address. Whatever else a row of the store has is dropped here. */
const shown = {
	number: v.string(),
	name: v.nullable(v.string()),
	regulation: v.nullable(v.string()),
	next: v.nullable(v.picklist(STEP_FACTS)),
	due: v.nullable(InstantSchema),
	packetAt: v.string(),
	resultAt: v.nullable(v.string())
};

export const UrgentRowSchema = v.object({
	...shown,
	center: v.nullable(OrgIdSchema),
	body: v.nullable(OrgIdSchema),
	since: v.nullable(InstantSchema),
	sinceBy: v.nullable(StaffIdSchema),
	units: v.pipe(v.array(v.picklist(UNIT_CODES)), v.readonly()),
	executor: v.nullable(StaffIdSchema),
	packetSince: InstantSchema
});

/** `GET /api/reports/control`: the control room of the asker's org as the server knows it; heads only. */
export const ControlReportSchema = v.object({
	serverTime: InstantSchema,
	picture: PictureSchema,
	/** The most urgent ones. */
	urgent: v.array(v.object({ row: UrgentRowSchema, state: v.picklist(DUE_STATES) })),
	unreadable: Unreadable
});
export type ControlReport = v.InferOutput<typeof ControlReportSchema>;

/** `GET /api/reports/overview`: counts of each org that takes part, for whoever answers for all of them. */
export const OverviewReportSchema = v.object({
	serverTime: InstantSchema,
	rows: v.array(v.object({ org: OrgIdSchema, counts: CountsSchema }))
});
export type OverviewReport = v.InferOutput<typeof OverviewReportSchema>;

/** How many of the most urgent are asked for: `?most=20`. */
export const ControlQuerySchema = v.object({
	most: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.maxValue(200)), '20')
});

export const SearchRowSchema = v.object({
	...shown,
	state: v.picklist(['open', 'numberOnly', 'annulled', 'withdrawn', 'handedOut']),
	acceptedAt: InstantSchema
});
export type SearchRow = v.InferOutput<typeof SearchRowSchema>;

/** `POST /api/reports/search`: what stands in the field of the search screen. A name in an address would stay in a proxy's log. */
export const SearchRequestSchema = v.object({ q: v.pipe(v.string(), v.maxLength(100)) });
export const SearchReportSchema = v.object({
	serverTime: InstantSchema,
	/** Exact ones first, then the newest; `loose`: a name that only sounds alike. */
	hits: v.array(v.object({ row: SearchRowSchema, loose: v.boolean() })),
	more: v.boolean(),
	unreadable: Unreadable
});
export type SearchReport = v.InferOutput<typeof SearchReportSchema>;

export const LedgerRowSchema = v.object({
	number: v.string(),
	name: v.nullable(v.string()),
	/** The entry's number in the book; null where it was entered without one. */
	ledgerNumber: v.nullable(v.string()),
	recordedAt: InstantSchema,
	decision: v.nullable(v.picklist(['notice', 'refusal'])),
	executor: v.nullable(StaffIdSchema),
	center: v.nullable(OrgIdSchema),
	state: SearchRowSchema.entries.state,
	resultAt: v.nullable(v.string())
});
export type LedgerRow = v.InferOutput<typeof LedgerRowSchema>;

/** `GET /api/reports/ledger?regulation=&month=2026-11`: one month of a service's book at the asker's body. */
export const LedgerQuerySchema = v.object({
	regulation: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/)),
	month: v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/))
});
export type LedgerQuery = v.InferOutput<typeof LedgerQuerySchema>;
export const LedgerReportSchema = v.object({
	serverTime: InstantSchema,
	/** In the order of the book. */
	rows: v.array(LedgerRowSchema),
	notices: Count,
	refusals: Count,
	unreadable: Unreadable
});
export type LedgerReport = v.InferOutput<typeof LedgerReportSchema>;
