import { type ApplicationSummary } from '../application/summary.ts';
import { type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { type StepFact } from '../regulation/route.ts';
import { type Slot } from '../time/slots.ts';

/** What the row of an urgent application tells; `units` and `executor` say whose step is next, by the regulation's data. */
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

/** What one person's work is made of. All of it is at hand without reading applications beyond the most urgent rows. */
export type WorkInput = {
	role: Role;
	staff: StaffId;
	org: OrgId;
	/** The window where the device stands, if it stands at one. */
	window: string | null;
	/** Epoch milliseconds. */
	now: number;
	/** Regulation's id: only its work; null for all services. */
	service: string | null;
	/** The units that a step of a service is asked of first, by the regulation's data; none where it has no such step. */
	unitsOf: (service: string, step: StepFact) => readonly Role[];
	/** Counters: `step|packet's place|result's place|service` → how many. */
	counters: ReadonlyMap<string, number>;
	/** The most urgent applications by their due time. */
	urgent: readonly UrgentWork[];
	slots: readonly (Slot & { kind: 'collect' | 'dispatch'; explained: boolean })[];
	drafts: readonly { id: string; updatedAt: number; name: string | null }[];
	/** Applications with something that does not add up, which this role settles; for heads, all of their org. */
	odd: number;
	/** Results on the shelf of the Center that came damaged: nobody is called for them (R43). */
	damaged?: number;
};
