import { type KeptHead } from './device-meta.ts';
import { type ApplicationRow, type DeviceReader, type StoredRegister } from './device-store.ts';

/** Head of the store's journal; present once the journal was opened. */
export async function requireHead<A extends ApplicationRow, R extends StoredRegister>(
	reader: DeviceReader<A, R>
): Promise<KeptHead> {
	const head = await reader.meta('head');
	if (!head) throw new Error('The journal was not opened');
	return head;
}
