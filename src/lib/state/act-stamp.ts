import { type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type ActStamp } from '#lib/journal/device-journal.ts';
import { type Place } from '#lib/protocol/device-messages.ts';

/** Who acts, in which capacity. */
export type Actor = { actor: StaffId; role: Role };

/** Who, in which role, at which place, now: what every fact carries. */
export const stampOf = ({ actor, role }: Actor, { org, window }: Place): ActStamp => ({
	at: Date.now(),
	actor,
	role,
	org,
	...(window ? { window } : {})
});
