import { type DeviceKey, makeDeviceKey } from '#lib/protocol/device-key.ts';
import { type ApplicationRow, type DeviceStore, type StoredRegister } from './device-store.ts';

/**
 * The key of this store, made at the first question and never replaced: it outlives forks, and a copy of the store has it too. Of two
 * tabs that make one at the same moment the first is kept.
 * @param subtle absent where the page is not secure: then there is none
 */
export async function deviceKeyIn<A extends ApplicationRow, R extends StoredRegister>(
	store: DeviceStore<A, R>,
	subtle: SubtleCrypto | undefined
): Promise<DeviceKey | null> {
	const kept = await store.read((reader) => reader.meta('key'));
	if (kept) return kept;
	if (!subtle) return null;
	// Before the transaction: it would end while a key is made.
	const made = await makeDeviceKey(subtle);
	return store.write(async (writer) => {
		const there = await writer.meta('key');
		if (!there) await writer.setMeta('key', made);
		return there ?? made;
	});
}
