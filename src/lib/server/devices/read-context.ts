import * as v from 'valibot';
import type { OrgId } from '../../domain/fact/ids';
import {
	type ContextResponse,
	OfficeHoursSchema,
	type OrgEntry,
	OrgEntrySchema,
	SlotPlanSchema
} from '../../protocol/context-messages';
import type { OrgRow } from '../people/people-tables';
import { personOf, pinOf } from '../people/person';
import type { Database } from '../store/database';

const Texts = v.array(v.string());

/**
 * What a device of an org must know to work offline. People and PIN verifiers are those of its own org only: nobody of
 * another office ever countersigns there.
 * @throws Error if the org is not in the database: a session or device of an unknown org cannot exist
 */
export async function readContext(db: Database, org: OrgId, at: number): Promise<ContextResponse> {
	const orgs = await db.selectFrom('orgs').selectAll().orderBy('id').execute();
	const own = orgs.find((row) => row.id === org);
	if (!own) throw new Error(`Org ${org} is not in the database`);
	const people = await db.selectFrom('people').selectAll().where('org', '=', org).orderBy('number').execute();
	return {
		org: {
			...entryOf(own),
			windows: v.parse(Texts, JSON.parse(own.windows)),
			hours: v.parse(OfficeHoursSchema, JSON.parse(own.hours)),
			slots: v.parse(SlotPlanSchema, JSON.parse(own.slots))
		},
		people: people.map((row) => ({ ...personOf(row), pin: pinOf(row) })),
		counterparts: orgs.filter((row) => row.kind !== own.kind).map(entryOf),
		serverTime: at
	};
}

const entryOf = (row: OrgRow): OrgEntry =>
	v.parse(OrgEntrySchema, {
		id: row.id,
		kind: row.kind,
		number: row.number,
		name: { kk: row.name_kk, ru: row.name_ru },
		address: row.address,
		phones: v.parse(Texts, JSON.parse(row.phones))
	});
