import { type JournalId } from '#lib/domain/fact/ids.ts';
import { type DeviceJournal } from '#lib/journal/device-journal.ts';
import { type ApplicationRow, type StoredRegister } from '#lib/journal/device-store.ts';
import { type KeyProof, signed } from '#lib/protocol/device-key.ts';

/**
 * This store's key, shown for a journal of it; undefined where the browser has none, or fails to make one: the device goes on without,
 * and the server tells it nothing.
 * @param subtle absent where the page is not secure
 */
export async function keyProof<A extends ApplicationRow, R extends StoredRegister>(
	store: Pick<DeviceJournal<A, R>, 'deviceKey'>,
	journal: JournalId,
	subtle: SubtleCrypto | undefined
): Promise<KeyProof | undefined> {
	try {
		const own = subtle ? await store.deviceKey() : null;
		if (!subtle || !own) return undefined;
		const { key } = own;
		return { key, signature: await signed(subtle, own, { purpose: 'enrol', journal, key }) };
	} catch {
		return undefined;
	}
}
