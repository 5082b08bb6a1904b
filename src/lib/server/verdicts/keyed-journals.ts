import { type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type RegisteredDevice, type Registry } from '#lib/domain/registry/registry.ts';

type Devices = Registry['devices'];
type Index = { byJournal: ReadonlyMap<JournalId, RegisteredDevice>; orgsWithKeys: ReadonlySet<OrgId> };

/** Worked out once for each registry: every commit asks. */
const known = new WeakMap<Devices, Index>();

/** The device that a journal was given to at its enrolment; undefined where none was. */
export const enrolledWith = (devices: Devices, journal: JournalId): RegisteredDevice | undefined =>
	indexOf(devices).byJournal.get(journal);

/**
 * Whether the device of a journal has a key by which it is asked to sign. Of a journal that nobody is enrolled with, as after a fork, it is
 * the device that sends it. Where none is known, as after a restore, devices of its org that have keys make it suspect: it may be made up.
 * @param device that sent the journal as its own; null where only others relayed it
 */
export function isToBeSigned(
	devices: Devices,
	{ journal, device, org }: { journal: JournalId; device: string | null; org: OrgId }
): boolean {
	const writer = enrolledWith(devices, journal) ?? (device === null ? undefined : devices.get(device));
	return writer ? writer.key !== null : indexOf(devices).orgsWithKeys.has(org);
}

function indexOf(devices: Devices): Index {
	const before = known.get(devices);
	if (before) return before;
	const all = [...devices.values()];
	const index = {
		byJournal: new Map(all.map((device) => [device.journal, device])),
		orgsWithKeys: new Set(all.flatMap(({ org, key }) => (key === null ? [] : [org])))
	};
	known.set(devices, index);
	return index;
}
