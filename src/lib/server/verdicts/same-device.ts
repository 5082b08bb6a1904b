import { type JournalId } from '#lib/domain/fact/ids.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';

type Devices = Pick<Registry, 'devices'>;
type DeviceFinder = {
	/** Not where both are known by keys, and these differ. */
	mayBeSame: (a: JournalId, b: JournalId) => boolean;
	areSame: (a: JournalId, b: JournalId) => boolean;
	/** All journals that are known to be of the device of this one, itself among them. */
	journalsOf: (journal: JournalId) => readonly JournalId[];
};

const made = new WeakMap<Devices['devices'], DeviceFinder>();

/** After a fork a device goes on in another journal, with the same key: by that the two are known as one. */
export function deviceFinder({ devices }: Devices): DeviceFinder {
	const before = made.get(devices);
	if (before) return before;
	const keys = new Map([...devices.values()].flatMap(({ journal, key }) => (key ? [[journal, key] as const] : [])));
	const byKey = Map.groupBy(keys.keys(), (journal) => keys.get(journal)!);
	const finder: DeviceFinder = {
		mayBeSame: (a, b) => a === b || !keys.has(a) || !keys.has(b) || keys.get(a) === keys.get(b),
		areSame: (a, b) => a === b || (keys.has(a) && keys.get(a) === keys.get(b)),
		journalsOf: (journal) => byKey.get(keys.get(journal) ?? '') ?? [journal]
	};
	made.set(devices, finder);
	return finder;
}
