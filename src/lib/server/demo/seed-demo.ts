import { makePinVerifier } from '#lib/protocol/pin.ts';
import { type Directory, findOrganisation, officeHoursOf, slotPlanOf } from '#lib/domain/org/directory.ts';
import { hashPassword } from '../people/password.ts';
import type { OrgRow } from '../people/people-tables.ts';
import { DEMO_PEOPLE } from './demo-people.ts';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transact.ts';

/** The two windows of the Center are made up; hours and rounds are those of the directory, examples where the law has none. */
const WINDOWS = { 'center-04': ['1', '2'], 'body-15': [], 'authority-01': [] } as const;

const orgRows = (directory: Directory): OrgRow[] =>
	Object.entries(WINDOWS).map(([id, windows]) => {
		const org = findOrganisation(directory, id);
		// The authority is in no annex of the resolution; it works like the bodies under it.
		if (!org && id !== directory.authority.id) throw new Error(`The directory has no ${id}`);
		const { open, close, lunch, weekdays } = org ? officeHoursOf(directory, org) : directory.officeHours.body;
		const { collect, dispatch } = slotPlanOf(directory);
		const slots = org?.kind === 'center' ? { collect, dispatch } : { collect: [], dispatch: [] };
		return {
			id,
			windows: JSON.stringify(windows),
			hours: JSON.stringify({ open, close, lunch, weekdays }),
			slots: JSON.stringify(slots)
		};
	});

/**
 * Fills an empty database with the demonstration; one that holds an org or a person is left alone, so a real Center can
 * never find demonstration passwords among its own.
 * @returns whether it was filled
 */
export async function seedDemo(db: Database, directory: Directory): Promise<boolean> {
	const some = await db.selectFrom('orgs').select('id').limit(1).executeTakeFirst();
	if (some) return false;
	const people = await Promise.all(
		DEMO_PEOPLE.map(async (person) => ({
			id: `staff-${person.number}`,
			number: person.number,
			surname: person.name.surname,
			given: person.name.given,
			patronymic: person.name.patronymic ?? null,
			roles: JSON.stringify(person.roles),
			org: person.org,
			window: person.window ?? null,
			password: await hashPassword(person.password),
			pin: JSON.stringify(await makePinVerifier(person.pin))
		}))
	);
	return transact(db, async (tx) => {
		// Another process may have been first while the passwords were hashed.
		if (await tx.selectFrom('orgs').select('id').limit(1).executeTakeFirst()) return false;
		await tx.insertInto('orgs').values(orgRows(directory)).execute();
		await tx.insertInto('people').values(people).execute();
		return true;
	});
}
