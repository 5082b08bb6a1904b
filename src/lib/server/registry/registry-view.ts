import { type Instant, type OrgId } from '#lib/domain/fact/ids.ts';
import { findOrganisation, kindOfOrg, officeHoursOf } from '#lib/domain/org/directory.ts';
import { type Registry, rolesHeld } from '#lib/domain/registry/registry.ts';
import { type OfficeHours } from '#lib/domain/time/office-hours.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import {
	type DeviceEntry,
	type ManagedOrg,
	type PersonEntry,
	type RegistryView
} from '#lib/protocol/registry-messages.ts';
import { badgesOf, type KnownBadge } from '../people/badges.ts';
import { NO_PASSWORD } from '../people/person.ts';
import type { Database } from '../store/database.ts';

type Asked = { org: OrgId; orgs: readonly OrgId[]; at: Instant };

/** The registry for the screens of the administration: the orgs seen, people and devices of the one asked for. */
export async function registryView(
	db: Database,
	{ registry, law }: { registry: Registry; law: Law },
	{ org, orgs, at }: Asked
): Promise<RegistryView> {
	return {
		orgs: orgs.flatMap((each) => managedOrg(registry, law, each) ?? []),
		org,
		people: await peopleIn(db, registry, org),
		devices: await devicesIn(db, registry, org),
		serverTime: at
	};
}

function managedOrg(registry: Registry, law: Law, id: OrgId): ManagedOrg | null {
	const { directory } = law;
	const kind = kindOfOrg(directory, id);
	if (kind === null) return null;
	// The last one set, be it in force or to come.
	const [hours, rounds] = [law.hoursSet(id).at(-1), law.roundsSet(id).at(-1)];
	const own = findOrganisation(directory, id);
	const { name, shortName } = own ?? directory.authority;
	const { collect, dispatch } = rounds?.value ?? directory.slots;
	return {
		id,
		kind,
		name: { kk: name.kk, ru: name.ru },
		shortName,
		isOpen: registry.orgs.has(id),
		windows: [...(registry.orgs.get(id)?.windows ?? [])],
		hours: {
			from: hours?.from ?? null,
			value: weekOf(hours?.value ?? (own ? officeHoursOf(directory, own) : directory.officeHours.body))
		},
		rounds:
			kind === 'center'
				? { from: rounds?.from ?? null, value: { collect: [...collect], dispatch: [...dispatch] } }
				: null,
		transits: registry.transits.filter(({ from }) => from === id).map(({ to, minutes }) => ({ to, minutes })),
		people: [...registry.people.values()].filter((person) => person.org === id && person.leftAt === null).length,
		devices: [...registry.devices.values()].filter((device) => device.org === id && device.revokedAt === null).length
	};
}

const weekOf = ({ open, close, lunch, weekdays, short }: OfficeHours): ManagedOrg['hours']['value'] => ({
	open,
	close,
	lunch,
	weekdays: [...weekdays],
	...(short ? { short: [...short] } : {})
});

async function peopleIn(db: Database, { people }: Registry, org: OrgId): Promise<PersonEntry[]> {
	const rows = await db.selectFrom('people').select(['id', 'password', 'pin']).where('org', '=', org).execute();
	const badges = await badgesOf(
		db,
		rows.map(({ id }) => id)
	);
	const secrets = new Map(rows.map(({ id, password, pin }) => [id, { password, pin }]));
	return [...people.values()]
		.filter((person) => person.org === org)
		.map((person) => ({
			id: person.id,
			number: person.number,
			name: person.name,
			org: person.org,
			window: person.window,
			roles: rolesHeld(person),
			leftAt: person.leftAt,
			hasPassword: (secrets.get(person.id)?.password ?? NO_PASSWORD) !== NO_PASSWORD,
			hasPin: (secrets.get(person.id)?.pin ?? null) !== null,
			badge: badgeState(person.badge, badges.get(person.id))
		}));
}

/** A badge that a restored database knows no secrets of opens nothing: another one is needed. */
const badgeState = (badge: string | null, known: KnownBadge | undefined): PersonEntry['badge'] =>
	badge === null || known?.id !== badge ? 'none' : known.wrapped === null ? 'unready' : 'ready';

async function devicesIn(db: Database, { devices }: Registry, org: OrgId): Promise<DeviceEntry[]> {
	const own = [...devices.values()].filter((device) => device.org === org);
	const rows = await db
		.selectFrom('device_reports as r')
		.innerJoin('devices as d', 'd.id', 'r.device')
		.selectAll('r')
		.where('d.org', '=', org)
		.execute();
	const reports = new Map(rows.map((row) => [row.device, row]));
	const copies = await db
		.selectFrom('device_tickets')
		.select(['key', 'copied_at'])
		.where('copied_at', 'is not', null)
		.execute();
	const copiedAt = new Map(copies.map(({ key, copied_at }) => [key, Number(copied_at)]));
	return own.map(({ id, number, place, window, key, enrolledAt, revokedAt }) => {
		const report = reports.get(id);
		const { used = null, quota = null } = report ?? {};
		return {
			id,
			number,
			org,
			place,
			window,
			enrolledAt,
			revokedAt,
			copiedAt: (key === null ? undefined : copiedAt.get(key)) ?? null,
			seenAt: report ? Number(report.seen_at) : null,
			waiting: report ? Number(report.waiting) : null,
			version: report?.version ?? null,
			clockOffsetMs: report?.clock_offset === null || !report ? null : Number(report.clock_offset),
			room: used === null || quota === null ? null : { used: Number(used), quota: Number(quota) }
		};
	});
}
