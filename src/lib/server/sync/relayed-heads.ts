import { type RegisteredDevice } from '#lib/domain/registry/registry.ts';
import { isSignedBy } from '#lib/protocol/device-key.ts';
import { type SignedHead } from '#lib/protocol/sync-messages.ts';
import { type RelayedHead } from './group-state.ts';

export type Writer = Pick<RegisteredDevice, 'key' | 'provenUpTo'>;

/**
 * The signed places of other journals that a device relays, without those that prove nothing: of another key than that of the device
 * enrolled with the journal, or of one that was revoked before it signed so much. Of a journal that nobody is enrolled with, as after a
 * fork, the relaying device itself may vouch.
 * @param own key of the relaying device; null where it has none that counts
 */
export async function provenHeads(
	heads: readonly SignedHead[],
	own: string | null,
	writerOf: (journal: SignedHead['journal']) => Writer | undefined
): Promise<RelayedHead[]> {
	const checked = await Promise.all(
		heads.map(async (head): Promise<RelayedHead[]> => {
			const { journal, seq, hash, signature } = head;
			const writer = writerOf(journal);
			const key = writer ? writer.key : own;
			if (key === null || seq > (writer?.provenUpTo ?? Infinity)) return [];
			const isProven = await isSignedBy(key, signature, { purpose: 'push', journal, seq, hash });
			return isProven ? [{ ...head, isOwn: !writer }] : [];
		})
	);
	return checked.flat();
}
