import * as v from 'valibot';
import { v7 as uuid } from 'uuid';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import {
	type FactId,
	type Instant,
	type JournalId,
	type OrgId,
	RoleSchema,
	type StaffId
} from '#lib/domain/fact/ids.ts';
import { OrgKindSchema, PlaceKindSchema } from '#lib/domain/fact/registry-facts.ts';
import { kindOfOrg } from '#lib/domain/org/directory.ts';
import { type Directory } from '#lib/domain/org/directory.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import type { Database } from '../store/database.ts';
import { SERVER_ORG } from './server-journal.ts';

/** The terminal of the server: whoever runs it acts for the authority. */
export const TERMINAL = { actor: 'terminal' as StaffId, role: 'authorityAdmin', org: SERVER_ORG } as const;

const Texts = v.array(v.string());
const Roles = v.array(RoleSchema);

/**
 * Facts for rows of people, orgs and devices that the registry does not know: those of a database from before it, and those of the
 * demonstration. Roles hold from the beginning of time, because what their holders did before is theirs.
 */
export async function draftsOfRows(db: Database, registry: Registry, directory: Directory): Promise<FactDraft[]> {
	const drafts: FactDraft[] = [];
	for (const { id, windows } of await db.selectFrom('orgs').selectAll().orderBy('id').execute()) {
		const org = id as OrgId;
		const kind = kindOfOrg(directory, id);
		if (registry.orgs.has(org) || kind === null) continue;
		const about = { subject: { kind: 'org', org }, details: null } as const;
		drafts.push({ ...about, type: 'orgOpened', body: { kind: v.parse(OrgKindSchema, kind), tell: [org] } });
		for (const window of v.parse(Texts, JSON.parse(windows)))
			drafts.push({ ...about, type: 'windowSet', body: { window, tell: [org] } });
	}
	for (const row of await db.selectFrom('people').selectAll().orderBy('number').execute()) {
		const [staff, org] = [row.id as StaffId, row.org as OrgId];
		if (registry.people.has(staff)) continue;
		const subject = { kind: 'org', org } as const;
		const { number, surname, given, patronymic, window } = row;
		const name = { surname, given, ...(patronymic === null ? {} : { patronymic }) };
		drafts.push({ type: 'personEntered', subject, body: { staff, number, window, tell: [org] }, details: name });
		for (const role of v.parse(Roles, JSON.parse(row.roles)))
			drafts.push({ type: 'roleGiven', subject, body: { staff, role, since: 0, tell: [org] }, details: null });
	}
	for (const row of await db.selectFrom('devices').selectAll().orderBy('number').execute()) {
		const org = row.org as OrgId;
		if (registry.devices.has(row.id)) continue;
		const { id, number, window, key } = row;
		const place = v.parse(PlaceKindSchema, row.place);
		const at = { place, ...(window === null ? {} : { window }), since: Number(row.registered_at) as Instant };
		const signs = key === null ? {} : { key };
		const body = { device: id, number, journal: row.journal as JournalId, ...at, ...signs, tell: [org] };
		drafts.push({ type: 'deviceEnrolled', subject: { kind: 'org', org }, body, details: null });
	}
	return drafts.map((draft) => ({ ...draft, id: uuid() as FactId }));
}
