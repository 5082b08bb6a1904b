import * as v from 'valibot';
import type { OrgId } from '#lib/domain/fact/ids.ts';
import {
	type ContextResponse,
	OfficeHoursSchema,
	type OrgEntry,
	SlotPlanSchema
} from '#lib/protocol/context-messages.ts';
import { type Directory, findOrganisation, type Organisation } from '#lib/domain/org/directory.ts';
import { isRefused } from '../demo/refused-people.ts';
import { personOf, pinOf } from '../people/person.ts';
import type { Database } from '../store/database.ts';

const Texts = v.array(v.string());

/**
 * What a device of an org must know to work offline. People and PIN verifiers are those of its own org only: nobody of
 * another office ever countersigns there.
 * @throws Error if the org is not known: a session or device of an unknown org cannot exist
 */
export async function readContext(
	db: Database,
	org: OrgId,
	{ at, directory }: { at: number; directory: Directory }
): Promise<ContextResponse> {
	const settings = await db.selectFrom('orgs').selectAll().where('id', '=', org).executeTakeFirst();
	const own = findOrganisation(directory, org);
	if (!settings || !own) throw new Error(`Org ${org} is not known`);
	const people = await db.selectFrom('people').selectAll().where('org', '=', org).orderBy('number').execute();
	return {
		org: {
			...entryOf(own),
			windows: v.parse(Texts, JSON.parse(settings.windows)),
			hours: v.parse(OfficeHoursSchema, JSON.parse(settings.hours)),
			slots: v.parse(SlotPlanSchema, JSON.parse(settings.slots))
		},
		people: people.map((row) => ({ ...personOf(row), pin: isRefused(db, row.password) ? null : pinOf(row) })),
		counterparts: counterpartsOf(own, directory).map(entryOf),
		serverTime: at
	};
}

/** A Center's body, a body's Centers: the orgs of the same district. */
const counterpartsOf = (own: Organisation, directory: Directory): Organisation[] =>
	own.kind === 'center'
		? directory.bodies.filter(({ id }) => id === own.body)
		: directory.centers.filter(({ id }) => own.centers.includes(id));

const entryOf = ({ id, kind, number, name, shortName, address, phones }: Organisation): OrgEntry => ({
	id,
	kind,
	number,
	name: { kk: name.kk, ru: name.ru },
	shortName,
	address,
	phones
});
