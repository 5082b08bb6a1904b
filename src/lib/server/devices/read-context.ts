import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { OrgId, Role } from '#lib/domain/fact/ids.ts';
import { OfficeHoursSchema } from '#lib/domain/fact/registry-facts.ts';
import { type ContextResponse, type OrgEntry, SlotPlanSchema } from '#lib/protocol/context-messages.ts';
import {
	counterpartsOf,
	type Directory,
	findOrganisation,
	officeHoursOf,
	type Organisation,
	slotPlanOf
} from '#lib/domain/org/directory.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { inForceOf } from '#lib/law/office-times.ts';
import { isRefused } from '../demo/refused-people.ts';
import { badgesOf } from '../people/badges.ts';
import { personOf, pinOf } from '../people/person.ts';
import type { Database } from '../store/database.ts';

const NO_ROUNDS = { collect: [], dispatch: [] };

const Texts = v.array(v.string());

/**
 * What a device of an org must know to work offline. People, PIN verifiers and wrapped keys are those of its own org only: nobody of
 * another office ever countersigns there.
 * @throws Error if the org is not known: a session or device of an unknown org cannot exist
 */
export async function readContext(
	db: Database,
	org: OrgId,
	{ at, law }: { at: number; law: Pick<Law, 'directory' | 'hoursSet' | 'roundsSet'> }
): Promise<ContextResponse> {
	const settings = await db.selectFrom('orgs').selectAll().where('id', '=', org).executeTakeFirst();
	const { directory } = law;
	const own = findOrganisation(directory, org);
	const entry = own ? entryOf(own) : authorityEntry(directory, org);
	if (!settings || !entry) throw new Error(`Org ${org} is not known`);
	const { date } = localOf(at, ALMATY);
	const usual = own ? officeHoursOf(directory, own) : directory.officeHours.body;
	const rounds = own?.kind === 'center' ? slotPlanOf(directory) : NO_ROUNDS;
	const people = await db
		.selectFrom('people')
		.selectAll()
		.where('org', '=', org)
		.where('left_at', 'is', null)
		.orderBy('number')
		.execute();
	const badges = await badgesOf(
		db,
		people.map(({ id }) => id)
	);
	const context = {
		org: {
			...entry,
			windows: v.parse(Texts, JSON.parse(settings.windows)),
			hours: v.parse(OfficeHoursSchema, inForceOf<unknown>(orElse(settings.hours, usual), law.hoursSet(org), date)),
			slots: v.parse(SlotPlanSchema, inForceOf<unknown>(orElse(settings.slots, rounds), law.roundsSet(org), date))
		},
		people: people.map((row) => ({
			...personOf(row),
			pin: isRefused(db, row.password) ? null : pinOf(row),
			badge: badges.get(row.id) ?? null
		})),
		counterparts: own ? counterpartsOf(directory, own).map(entryOf) : [],
		hasAuthority: await isAdministered(db)
	};
	return { ...context, version: versionOf(context), serverTime: at };
}

/** Whether the authority has an administrator. */
async function isAdministered(db: Database): Promise<boolean> {
	const role: Role = 'authorityAdmin';
	const found = await db
		.selectFrom('people')
		.select('id')
		.where('left_at', 'is', null)
		.where('roles', 'like', `%"${role}"%`)
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}

const versionOf = (context: object): string =>
	createHash('sha256').update(JSON.stringify(context)).digest('hex').slice(0, 16);

const entryOf = ({ id, kind, number, name, shortName, address, phones }: Organisation): OrgEntry => ({
	id,
	kind,
	number,
	name: { kk: name.kk, ru: name.ru },
	shortName,
	address,
	phones
});

/** What an earlier version kept in the row; else what the directory has. */
const orElse = (kept: string, usual: unknown): unknown => (kept === '' ? usual : JSON.parse(kept));

/** The authority, which is in no annex of the resolution. */
function authorityEntry({ authority }: Directory, org: OrgId): OrgEntry | null {
	if (authority.id !== org) return null;
	const { id, kind, name, shortName } = authority;
	return { id, kind, number: 1, name, shortName, address: '', phones: [] };
}
