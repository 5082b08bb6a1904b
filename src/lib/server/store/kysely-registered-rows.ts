import { type Transaction } from 'kysely';
import { type RegisteredDevice, type RegisteredPerson, rolesHeld } from '#lib/domain/registry/registry.ts';
import { makeToken, tokenHash } from '../http/secret-token.ts';
import { forgetPin } from '../people/badges.ts';
import { NO_PASSWORD } from '../people/person.ts';
import type { Tables } from './database.ts';
import { type Registered } from './journal-store.ts';

/**
 * Writes the rows of people, orgs and devices that the registry changed. A new person has a password that nothing fits, until a
 * one-time code is used; secrets of a known one stay, but those of a badge that is void. Whoever left has no session any more.
 */
export async function saveRegisteredRows(
	tx: Transaction<Tables>,
	{ orgs, people, devices, resets }: Registered
): Promise<void> {
	for (const { id, windows } of orgs) {
		const row = { id, windows: JSON.stringify(windows) };
		await tx
			.insertInto('orgs')
			.values({ ...row, hours: '', slots: '' })
			.onConflict((on) => on.column('id').doUpdateSet({ windows: row.windows }))
			.execute();
	}
	for (const person of people) await savePerson(tx, person);
	for (const device of devices) await saveDevice(tx, device);
	for (const reset of resets) await resetSecret(tx, reset);
}

async function savePerson(tx: Transaction<Tables>, person: RegisteredPerson): Promise<void> {
	const { id, number, name, org, window, leftAt, badge } = person;
	const row = {
		number,
		...(name ? { surname: name.surname, given: name.given, patronymic: name.patronymic ?? null } : {}),
		roles: JSON.stringify(shownRoles(person)),
		org,
		window,
		left_at: leftAt
	};
	await tx
		.insertInto('people')
		.values({ surname: '', given: '', patronymic: null, ...row, id, password: NO_PASSWORD, pin: null, pin_key: null })
		.onConflict((on) => on.column('id').doUpdateSet(row))
		.execute();
	await saveBadge(tx, id, badge);
	if (leftAt !== null) await tx.deleteFrom('sessions').where('person', '=', id).execute();
}

/** Which badge is valid is the registry's to say; the secrets of another one than was known are gone with it. */
async function saveBadge(tx: Transaction<Tables>, staff: string, badge: string | null): Promise<void> {
	if (badge === null) {
		await tx.deleteFrom('badges').where('staff', '=', staff).execute();
		return;
	}
	const row = { badge, digits: null, private_key: null, wrapped: null };
	await tx
		.insertInto('badges')
		.values({ staff, ...row })
		.onConflict((on) => on.column('staff').doUpdateSet(row).where('badges.badge', '!=', badge))
		.execute();
}

/** The roles of whoever left are those held until then: their earlier facts are judged by them. */
function shownRoles(person: RegisteredPerson): readonly string[] {
	const held = rolesHeld(person);
	return held.length > 0 ? held : person.roles.filter(({ to }) => to === person.leftAt).map(({ role }) => role);
}

/** A device whose row was lost with a restore gets its number back; its token is asked for anew. */
async function saveDevice(tx: Transaction<Tables>, device: RegisteredDevice): Promise<void> {
	const { id, number, journal, org, place, window, key, enrolledAt, enrolledBy, revokedAt } = device;
	const row = { org, place, window, key, revoked_at: revokedAt };
	await tx
		.insertInto('devices')
		.values({
			...row,
			id,
			number,
			journal,
			token_hash: tokenHash(makeToken()),
			registered_by: enrolledBy,
			registered_at: enrolledAt
		})
		.onConflict((on) => on.column('id').doUpdateSet(row))
		.execute();
}

/** The old password or PIN opens nothing any more, and neither does what it has opened. */
async function resetSecret(tx: Transaction<Tables>, { staff, what }: Registered['resets'][number]): Promise<void> {
	if (what === 'pin') await forgetPin(tx, staff);
	if (what !== 'password') return;
	await tx.updateTable('people').set({ password: NO_PASSWORD }).where('id', '=', staff).execute();
	await tx.deleteFrom('sessions').where('person', '=', staff).execute();
}
