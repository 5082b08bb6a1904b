import { type FactId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { type ActStamp } from '#lib/journal/device-journal.ts';
import { type Place } from '#lib/protocol/device-messages.ts';

/** Who acts, in which capacity. */
export type Actor = { actor: StaffId; role: Role };

/** Who, in which role, at which place, now: what every fact carries. @param session in which the actor came to the device */
export const stampOf = ({ actor, role }: Actor, { org, window }: Place, session?: FactId): ActStamp => ({
	at: Date.now(),
	actor,
	role,
	org,
	...(window ? { window } : {}),
	...(session ? { session } : {})
});
