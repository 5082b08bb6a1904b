import { type FactId, type Instant, type OrgId, type Role, type StaffId } from '../fact/ids.ts';

/** Who asks, in which capacity, where and when. */
export type DecideContext = {
	actor: StaffId;
	role: Role;
	org: OrgId;
	window?: string;
	/** The actor holds the role as a deputy (м.а. · и.о.). */
	acting?: boolean;
	now: Instant;
	newId: () => FactId;
};
