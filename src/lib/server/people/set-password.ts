import type { PasswordRefusal } from '#lib/domain/org/new-password.ts';
import { passwordRefusalOf } from './new-password.ts';
import type { PersonRow } from './people-tables.ts';
import { endSessions } from './sessions.ts';
import type { Database } from '../store/database.ts';

export type WeakPassword = { ok: false; why: 'weak'; refusal: PasswordRefusal };
type Owner = Pick<PersonRow, 'number' | 'surname' | 'given' | 'patronymic'>;
type Words = { kk: string; ru: string };
/** As the directory names it; undefined where it does not. */
type OwnersOrg = { name: Words; shortName: Words; address?: string } | undefined;

/** What is against this password of this person; null where nothing is. */
export async function weaknessOf(password: string, owner: Owner, org: OwnersOrg): Promise<WeakPassword | null> {
	const { number, surname, given, patronymic } = owner;
	const names = org ? [org.name.kk, org.name.ru, org.shortName.kk, org.shortName.ru, org.address ?? ''] : [];
	const texts = [number, surname, given, patronymic ?? '', ...names, 'терезе', 'tereze'];
	const refusal = await passwordRefusalOf(password, texts);
	return refusal === null ? null : { ok: false, why: 'weak', refusal };
}

/** Keeps the hash of a new password; what the old one had opened, and a code that is still about, ends. Within the caller's transaction. */
export async function setPassword(tx: Database, person: string, password: string): Promise<void> {
	await tx.updateTable('people').set({ password }).where('id', '=', person).execute();
	await tx.deleteFrom('one_time_codes').where('person', '=', person).execute();
	await endSessions(tx, person);
}
