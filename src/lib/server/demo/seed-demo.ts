import { makePinVerifier } from '../../protocol/pin';
import { hashPassword } from '../people/password';
import type { OrgRow } from '../people/people-tables';
import { DEMO_ORG_NAMES, DEMO_PEOPLE } from './demo-people';
import type { Database } from '../store/database';

const at = (hours: number, minutes = 0) => hours * 60 + minutes;
/** Annexes 1 and 3–8; a Center's hours are not in the resolution, so the same ones serve as an example. */
const HOURS = { open: at(9), close: at(18), lunch: { from: at(13), to: at(14) }, weekdays: [1, 2, 3, 4, 5] };

/** Row 4 of the Centers (annex 3) and row 15 of the bodies (annex 1) of resolution № 370. */
const ORGS: OrgRow[] = [
	{
		id: 'center-04',
		kind: 'center',
		number: 4,
		name_kk: DEMO_ORG_NAMES['center-04'].kk,
		name_ru: DEMO_ORG_NAMES['center-04'].ru,
		address: 'Шымкент қаласы, Оспанов көшесі, № 61 үй',
		phones: JSON.stringify(['8-7252-30-01-35']),
		windows: JSON.stringify(['1', '2']),
		hours: JSON.stringify(HOURS),
		// Three rounds a day and two dispatches (table 1, actions 2 and 3); their times are an example.
		slots: JSON.stringify({ collect: [at(11), at(14, 30), at(16, 30)], dispatch: [at(12), at(17)] })
	},
	{
		id: 'body-15',
		kind: 'body',
		number: 15,
		name_kk: DEMO_ORG_NAMES['body-15'].kk,
		name_ru: DEMO_ORG_NAMES['body-15'].ru,
		address: 'Шымкент қаласы, Төлеби көшесі, № 21 үй',
		phones: JSON.stringify(['8(7252) 53-41-77', '8(7252) 53-65-78']),
		windows: JSON.stringify([]),
		hours: JSON.stringify(HOURS),
		slots: JSON.stringify({ collect: [], dispatch: [] })
	}
];

/**
 * Fills an empty database with the demonstration; one that holds an org or a person is left alone, so a real Center can
 * never find demonstration passwords among its own.
 * @returns whether it was filled
 */
export async function seedDemo(db: Database): Promise<boolean> {
	const some = await db.selectFrom('orgs').select('id').limit(1).executeTakeFirst();
	if (some) return false;
	const people = await Promise.all(
		DEMO_PEOPLE.map(async (person) => ({
			id: `staff-${person.number}`,
			number: person.number,
			family: person.name.family,
			given: person.name.given,
			patronymic: person.name.patronymic ?? null,
			roles: JSON.stringify(person.roles),
			org: person.org,
			window: person.window ?? null,
			password: await hashPassword(person.password),
			pin: JSON.stringify(await makePinVerifier(person.pin))
		}))
	);
	await db.transaction().execute(async (tx) => {
		await tx.insertInto('orgs').values(ORGS).execute();
		await tx.insertInto('people').values(people).execute();
	});
	return true;
}
