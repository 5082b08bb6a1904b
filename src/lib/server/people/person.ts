import * as v from 'valibot';
import { RoleSchema } from '#lib/domain/fact/ids.ts';
import { type PinVerifier, PinVerifierSchema } from '#lib/protocol/pin.ts';
import { type Person, PersonSchema } from '#lib/protocol/session-messages.ts';
import type { PersonRow } from './people-tables.ts';
import type { Database } from '../store/database.ts';

/** Kept for whoever has not chosen a password yet: nothing that is typed fits it. */
export const NO_PASSWORD = '';

const Roles = v.array(RoleSchema);

/** A row as the person that messages and facts speak of. */
export function personOf(row: PersonRow): Person {
	return v.parse(PersonSchema, {
		id: row.id,
		number: row.number,
		name: { surname: row.surname, given: row.given, patronymic: row.patronymic ?? undefined },
		roles: v.parse(Roles, JSON.parse(row.roles)),
		org: row.org,
		window: row.window
	});
}

/** The verifier kept for a person; null where no PIN was chosen yet. */
export const pinOf = (row: Pick<PersonRow, 'pin'>): PinVerifier | null =>
	row.pin === null ? null : v.parse(PinVerifierSchema, JSON.parse(row.pin));

/** Keeps the verifier that the person's device has made; the last one counts. */
export async function setPin(db: Database, person: string, verifier: PinVerifier): Promise<void> {
	await db
		.updateTable('people')
		.set({ pin: JSON.stringify(verifier) })
		.where('id', '=', person)
		.execute();
}
