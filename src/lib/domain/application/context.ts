import { type FactId, type Instant, type OrgId, type Role, type StaffId } from '../fact/ids';
import { type Holder } from './application';

/** Who asks, in which capacity, where and when. */
export type DecideContext = {
	actor: StaffId;
	role: Role;
	org: OrgId;
	window?: string;
	/** The actor has the role as a deputy (м.а. · и.о.), not as their own. */
	acting?: boolean;
	now: Instant;
	newId: () => FactId;
};

/** A holder as one short text: the key of counters and of lists by place. */
export function holderKey(holder: Holder): string {
	switch (holder.kind) {
		case 'window':
			return `window/${holder.org}/${holder.window}`;
		case 'executor':
			return `executor/${holder.org}/${holder.staff}`;
		case 'transit':
			return `transit/${holder.to}/${holder.register}`;
		case 'applicant':
			return 'applicant';
		case 'unknown':
			return `unknown/${holder.why}`;
		default:
			return `${holder.kind}/${holder.org}`;
	}
}
