import { type KeptTicket } from './device-meta.ts';
import { type ApplicationRow, type DeviceStore, type StoredRegister } from './device-store.ts';

/**
 * Stores a ticket, unless a later one is there: a tab that was frozen between question and answer must not put an older one back, which
 * the server would take for that of a copy.
 * @returns what is stored then
 */
export function keepTicket<A extends ApplicationRow, R extends StoredRegister>(
	store: DeviceStore<A, R>,
	ticket: KeptTicket
): Promise<KeptTicket> {
	return store.write(async (writer) => {
		const there = await writer.meta('ticket');
		if (there && there.epoch === ticket.epoch && there.turn > ticket.turn) return there;
		await writer.setMeta('ticket', ticket);
		return ticket;
	});
}
