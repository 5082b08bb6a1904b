import { type ControlClock } from '#lib/domain/control/control-clock.ts';
import { type Cell, type Dimension } from '#lib/domain/control/picture.ts';
import { type Instant, type OrgId } from '#lib/domain/fact/ids.ts';

/** An application in work, as the control room of one of its orgs counts it. */
export type RunningRow = Record<Dimension, string> & {
	org: OrgId;
	due: Instant | null;
	/** From when it is at risk because its limit is nearly used up. */
	riskFrom: Instant | null;
	packetSince: Instant;
};

/** What the rows of a search have in common. */
export type NewestBy =
	/** Keys that begin with every one of these. */
	| { kind: 'keys'; startsWith: readonly string[] }
	| { kind: 'number'; startsWith: string }
	/** Accepted within, both ends included. */
	| { kind: 'acceptedAt'; from: Instant; to: Instant };

/**
 * Reads for reports: from counted columns and indexes, so that none of them reads the rows of all applications. A summary is the
 * JSON that the projector made.
 */
export interface ReportReads {
	/** The applications in work of an org, counted by their place in every dimension and their state at a moment. */
	runningCells(org: OrgId, clock: Pick<ControlClock, 'now' | 'todayEnds'>): Promise<Cell[]>;
	/** Summaries of an org's applications in work: the soonest due first, those without a limit last, the older packet first. */
	urgentSummaries(org: OrgId, limit: number): Promise<string[]>;
	/** Summaries of the rows with exactly this key. */
	summariesWithKey(key: string): Promise<string[]>;
	/** Summaries of applications that the org is party to: the newest acceptance first; by number the highest first. */
	newestSummaries(org: OrgId, by: NewestBy, limit: number): Promise<string[]>;
}
