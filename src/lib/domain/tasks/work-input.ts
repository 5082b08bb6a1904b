import { type ApplicationSummary } from '../application/summary.ts';
import { type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { type StepFact } from '../regulation/route.ts';
import { type Slot } from '../time/slots.ts';

/** The fields of an urgent application's row; `units` and `executor` show whose step is next, by the regulation's data. */
export type UrgentWork = Pick<
	ApplicationSummary,
	| 'number'
	| 'name'
	| 'next'
	| 'due'
	| 'since'
	| 'sinceBy'
	| 'units'
	| 'executor'
	| 'regulation'
	| 'center'
	| 'body'
	| 'packetAt'
	| 'resultAt'
>;

/** Input for one person's tasks, available without reading more applications than the most urgent rows. */
export type WorkInput = {
	role: Role;
	staff: StaffId;
	org: OrgId;
	/** The window of the device, if any. */
	window: string | null;
	/** Epoch milliseconds. */
	now: number;
	/** Filter by the id of a regulation; null for all services. */
	service: string | null;
	/** The units primarily responsible for a step of a service, by the regulation's data; none where it has no such step. */
	unitsOf: (service: string, step: StepFact) => readonly Role[];
	/** Counters: `step|packet's place|result's place|service` → how many. */
	counters: ReadonlyMap<string, number>;
	/** The most urgent applications by their due time. */
	urgent: readonly UrgentWork[];
	slots: readonly (Slot & { kind: 'collect' | 'dispatch'; explained: boolean })[];
	drafts: readonly { id: string; updatedAt: number; name: string | null }[];
	/** Applications with discrepancies that this role settles; for heads, all of their org. */
	odd: number;
	/** Results that arrived damaged at the Center: no applicant is called for them (R43). */
	damaged?: number;
};
