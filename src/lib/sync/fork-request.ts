import { type DeviceJournal } from '#lib/journal/device-journal.ts';
import { type ApplicationRow, type StoredRegister } from '#lib/journal/device-store.ts';
import { signed } from '#lib/protocol/device-key.ts';
import { type ForkRequest } from '#lib/protocol/device-messages.ts';

/**
 * Asks, signed by this store's key, for the number of the journal that goes on after the last fork; null where nothing forked here, or
 * there is no key.
 */
export async function forkRequest<A extends ApplicationRow, R extends StoredRegister>(
	journal: Pick<DeviceJournal<A, R>, 'state' | 'deviceKey'>,
	subtle: SubtleCrypto | undefined
): Promise<ForkRequest | null> {
	const { head, sealed } = await journal.state();
	const before = sealed.at(-1);
	const key = before && subtle ? await journal.deviceKey() : null;
	if (!before || !key || !subtle) return null;
	const { seq: commonSeq, hash } = before.common ?? { seq: 0, hash: '' };
	const said = { continues: before.journal, commonSeq, hash, journal: head.journal };
	return { ...said, signature: await signed(subtle, key, { purpose: 'fork', ...said }) };
}
