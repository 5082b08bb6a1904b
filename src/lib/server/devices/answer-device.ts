import { type SyncRequest, type SyncResponse } from '#lib/protocol/sync-messages.ts';
import { type SyncServer } from '../sync/sync-server.ts';
import { type Device } from './find-device.ts';

/** Takes a device's request, notes what it tells of itself, and names the version of its org's context. */
export async function answerDevice(
	{ receiver, contexts, deviceReports }: Pick<SyncServer, 'receiver' | 'contexts' | 'deviceReports'>,
	request: SyncRequest,
	device: Pick<Device, 'id' | 'org'>
): Promise<SyncResponse> {
	const response = await receiver.receive(request, device);
	const waiting = Math.max(0, request.lastSeq - response.ackedSeq);
	deviceReports.note(device.id, { at: response.serverTime, waiting, report: request.report });
	const context = await contexts.of(device.org);
	return { ...response, ...(context === undefined ? {} : { context }) };
}
