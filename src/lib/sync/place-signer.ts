import { type DeviceJournal } from '#lib/journal/device-journal.ts';
import { type ApplicationRow, type StoredRegister } from '#lib/journal/device-store.ts';
import { type DeviceKey, signed } from '#lib/protocol/device-key.ts';
import { type SignedPlace } from '#lib/protocol/sync-messages.ts';

export type Place = { journal: string; seq: number; hash: string };
/** Signs a place of the own journal; undefined where the browser has no keys, or fails to sign. */
export type SignPlace = (place: Place) => Promise<SignedPlace | undefined>;

/** Facts never wait for a signature: without one they are sent all the same. */
export function placeSigner<A extends ApplicationRow, R extends StoredRegister>(
	journal: Pick<DeviceJournal<A, R>, 'deviceKey'>,
	subtle: SubtleCrypto | undefined
): SignPlace {
	// Read once: a store's key is never replaced.
	let kept: DeviceKey | null = null;
	return async (place) => {
		try {
			const key = subtle ? (kept ??= await journal.deviceKey()) : null;
			if (!subtle || !key) return undefined;
			const signature = await signed(subtle, key, { purpose: 'push', ...place });
			return { seq: place.seq, hash: place.hash, signature };
		} catch {
			return undefined;
		}
	};
}
